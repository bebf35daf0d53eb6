use sea_orm::{ActiveModelTrait, ColumnTrait, ColumnType, EntityTrait, IdenStatic, Iterable};
use values::field::{Kind, Value};

use crate::stored::stored;
use crate::{Field, Record};

/// Why a field does not take a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// The text is longer than the field.
    #[error("'{text}' is longer than {limit} characters: shorten it")]
    TooLong {
        /// The text.
        text: String,
        /// How many characters there may be.
        limit: u32,
    },
    /// It is none of the field's values.
    #[error("'{0}' is none of its values")]
    NoValue(String),
}

/// Sets a field of a record that is to be written. Blank is what the column has for nothing.
///
/// # Errors
/// [`Unfit`]: the record is as it was.
pub fn assign<E: Record>(record: &mut E::ActiveModel, field: &Field<E::Column>, value: &Value) -> Result<(), Unfit> {
    let definition = field.column.def();
    let value = match (definition.get_column_type(), field.kind, value) {
        (_, _, Value::Null) => return set_nothing::<E>(record, field.column, field.nullable),
        // An exchange rate has more decimals than a number that is stored as one.
        (ColumnType::String(_), Kind::Decimal, Value::Decimal(decimal)) => decimal.normalize().to_string().into(),
        (ColumnType::String(sea_orm::sea_query::StringLen::N(limit)), _, Value::Text(text))
            if text.chars().count() > usize::try_from(*limit).unwrap_or(usize::MAX) =>
        {
            return Err(Unfit::TooLong { text: text.clone(), limit: *limit });
        }
        (ColumnType::Integer | ColumnType::SmallInteger, _, Value::Integer(number)) => {
            i32::try_from(*number).map_err(|_| Unfit::NoValue(number.to_string()))?.into()
        }
        (_, _, value) => stored(&definition, value).ok_or_else(|| Unfit::NoValue(text_of(value)))?,
    };
    record.try_set(field.column, value.clone()).map_err(|_| Unfit::NoValue(text_of_stored(&value)))
}

/// Gives every column that is not set what it has for nothing, so that the record can be written.
///
/// # Errors
/// [`Unfit::NoValue`] when a column has nothing of that kind.
pub fn assign_nothing<E: Record>(record: &mut E::ActiveModel) -> Result<(), Unfit> {
    for column in E::Column::iter().filter(|column| record.is_not_set(*column)).collect::<Vec<_>>() {
        let nullable = E::fields().iter().any(|field| field.column.as_str() == column.as_str() && field.nullable);
        set_nothing::<E>(record, column, nullable)?;
    }
    Ok(())
}

fn set_nothing<E: Record>(
    record: &mut E::ActiveModel,
    column: <E as EntityTrait>::Column,
    nullable: bool,
) -> Result<(), Unfit> {
    let definition = column.def();
    let kind = E::fields().iter().find(|field| field.column.as_str() == column.as_str()).map(|field| field.kind);
    let null = || nothing_of(definition.get_column_type());
    let value: Option<sea_orm::Value> = match (definition.get_column_type(), kind) {
        _ if nullable => null(),
        (ColumnType::String(_) | ColumnType::Text, Some(Kind::Option(captions))) => {
            captions.first().map(|caption| (*caption).into())
        }
        (ColumnType::String(_), Some(Kind::Decimal)) => Some("1".into()),
        (ColumnType::String(_) | ColumnType::Text, _) => Some("".into()),
        (ColumnType::Boolean, _) => Some(false.into()),
        (ColumnType::Integer | ColumnType::SmallInteger, _) => Some(0_i32.into()),
        (ColumnType::BigInteger, _) => Some(0_i64.into()),
        _ => None,
    };
    let nothing = || Unfit::NoValue(String::new());
    record.try_set(column, value.ok_or_else(nothing)?).map_err(|_| nothing())
}

fn nothing_of(kind: &ColumnType) -> Option<sea_orm::Value> {
    use sea_orm::Value as Stored;
    match kind {
        ColumnType::String(_) | ColumnType::Text => Some(Stored::String(None)),
        ColumnType::Boolean => Some(Stored::Bool(None)),
        ColumnType::Integer | ColumnType::SmallInteger => Some(Stored::Int(None)),
        ColumnType::BigInteger => Some(Stored::BigInt(None)),
        ColumnType::Date => Some(Stored::ChronoDate(None)),
        ColumnType::Time => Some(Stored::ChronoTime(None)),
        ColumnType::TimestampWithTimeZone => Some(Stored::ChronoDateTimeUtc(None)),
        ColumnType::Uuid => Some(Stored::Uuid(None)),
        _ => None,
    }
}

fn text_of(value: &Value) -> String {
    value.json().as_str().map_or_else(|| value.json().to_string(), str::to_owned)
}

fn text_of_stored(value: &sea_orm::Value) -> String {
    crate::stored::to_text(value).unwrap_or_default()
}
