use sea_orm::sea_query::{BinOper, Expr, ExprTrait, LikeExpr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbBackend};
use values::field::{Kind, Value};
use values::filter::{Filter, Pattern, Test};

use crate::stored::stored;
use crate::{Error, Field, Record, Result, pattern};

/// The SQL condition that lets through exactly the rows whose records `filter` matches; the rules are those of
/// [`values::filter`].
///
/// No part of it is ever unknown in SQL's sense where that could matter: negations are moved inwards to the single
/// tests, and each test says itself what becomes of a row where nothing is there.
///
/// # Errors
/// [`Error::Unfilterable`] when the filter names a field that the record does not let filter, [`Error::UnfitValue`]
/// when it compares a field with a value of another kind.
pub fn condition<E: Record>(connection: &impl ConnectionTrait, filter: &Filter) -> Result<Condition> {
    Builder { backend: connection.get_database_backend() }.condition::<E>(filter, false)
}

struct Builder {
    backend: DbBackend,
}

/// What is asked of a value that is there.
enum Core {
    Always,
    Never,
    Sql(SimpleExpr),
}

impl Builder {
    fn condition<E: Record>(&self, filter: &Filter, negated: bool) -> Result<Condition> {
        match filter {
            Filter::Not(filter) => self.condition::<E>(filter, !negated),
            Filter::Field { name, test } => {
                let field = E::field(name).filter(|field| field.filterable).ok_or_else(|| unfilterable::<E>(name))?;
                self.test::<E>(field, test, negated)
            }
            Filter::All(filters) => self.group::<E>(filters, negated, !negated),
            Filter::Any(filters) => self.group::<E>(filters, negated, negated),
        }
    }

    fn group<E: Record>(&self, filters: &[Filter], negated: bool, all: bool) -> Result<Condition> {
        if filters.is_empty() {
            return Ok(constant(all));
        }
        let empty = if all { Condition::all() } else { Condition::any() };
        filters.iter().try_fold(empty, |group, filter| Ok(group.add(self.condition::<E>(filter, negated)?)))
    }

    fn test<E: Record>(&self, field: &Field<E::Column>, test: &Test, negated: bool) -> Result<Condition> {
        let column = || Expr::col((E::default(), field.column));
        let core = self.core::<E>(field, test)?;
        let core = match core {
            Core::Always if negated => Core::Never,
            Core::Never if negated => Core::Always,
            Core::Sql(sql) if negated => Core::Sql(sql.not()),
            core => core,
        };
        let blank_passes = field.nullable && test.matches(&Value::Null) != negated;
        Ok(match (core, field.nullable) {
            (Core::Always, true) if !blank_passes => Condition::all().add(column().is_not_null()),
            (Core::Always, _) => constant(true),
            (Core::Never, _) if blank_passes => Condition::all().add(column().is_null()),
            (Core::Never, _) => constant(false),
            (Core::Sql(sql), _) if blank_passes => Condition::any().add(sql).add(column().is_null()),
            (Core::Sql(sql), _) => Condition::all().add(sql),
        })
    }

    fn core<E: Record>(&self, field: &Field<E::Column>, test: &Test) -> Result<Core> {
        let column = || Expr::col((E::default(), field.column));
        let sql = |value: &Value| -> Result<Option<sea_orm::Value>> {
            match value {
                Value::Null if is_text(field.kind) => Ok(Some(String::new().into())),
                Value::Null => Ok(None),
                value => {
                    stored(&field.column.def(), value).map(Some).ok_or_else(|| Error::UnfitValue(field.name.to_owned()))
                }
            }
        };
        let compare = |value: &Value, operator: BinOper, if_blank: Core| -> Result<Core> {
            Ok(sql(value)?.map_or(if_blank, |value| Core::Sql(column().binary(operator, operand(value)))))
        };
        match test {
            Test::Equal(value) => compare(value, BinOper::Equal, Core::Never),
            Test::NotEqual(value) => compare(value, BinOper::NotEqual, Core::Always),
            Test::Less(value) => compare(value, BinOper::SmallerThan, Core::Never),
            Test::LessOrEqual(value) => compare(value, BinOper::SmallerThanOrEqual, Core::Never),
            Test::Greater(value) => compare(value, BinOper::GreaterThan, Core::Always),
            Test::GreaterOrEqual(value) => compare(value, BinOper::GreaterThanOrEqual, Core::Always),
            Test::Between(from, to) => {
                let from = from.as_ref().map(|from| compare(from, BinOper::GreaterThanOrEqual, Core::Always));
                let to = to.as_ref().map(|to| compare(to, BinOper::SmallerThanOrEqual, Core::Never));
                Ok(both(from.transpose()?, to.transpose()?))
            }
            Test::In(values) => {
                let values = values.iter().map(sql).collect::<Result<Vec<_>>>()?;
                let there: Vec<sea_orm::Value> = values.into_iter().flatten().collect();
                Ok(if there.is_empty() { Core::Never } else { Core::Sql(column().is_in(there)) })
            }
            Test::Like(pattern) if is_text(field.kind) => Ok(Core::Sql(like(self.backend, column(), pattern))),
            Test::Like(_) => Err(Error::UnfitValue(field.name.to_owned())),
        }
    }
}

/// What the engine calls a text of this form. SQLite's LIKE ignores the case of some letters, its GLOB of none and knows
/// classes; PostgreSQL has classes in regular expressions only.
pub(crate) fn like(backend: DbBackend, column: SimpleExpr, pattern: &Pattern) -> SimpleExpr {
    match backend {
        DbBackend::Sqlite => column.binary(BinOper::Custom("GLOB"), Expr::val(pattern::glob(pattern))),
        _ if pattern.folded => column.binary(BinOper::Custom("~"), Expr::val(pattern::regular_expression(pattern))),
        _ => column.like(LikeExpr::new(pattern::like(pattern)).escape('\\')),
    }
}

/// A value to compare with. Yes and no stand in the statement itself: a plan that must do for both of them uses no
/// partial index, and SQLite would plan the statement anew for each.
fn operand(value: sea_orm::Value) -> SimpleExpr {
    match value {
        value @ sea_orm::Value::Bool(_) => Expr::Constant(value),
        value => Expr::val(value),
    }
}

fn both(one: Option<Core>, other: Option<Core>) -> Core {
    match (one.unwrap_or(Core::Always), other.unwrap_or(Core::Always)) {
        (Core::Never, _) | (_, Core::Never) => Core::Never,
        (Core::Always, core) | (core, Core::Always) => core,
        (Core::Sql(one), Core::Sql(other)) => Core::Sql(one.and(other)),
    }
}

fn is_text(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Code | Kind::Option(_))
}

fn constant(passes: bool) -> Condition {
    Condition::all().add(Expr::cust(if passes { "1 = 1" } else { "1 = 0" }))
}

fn unfilterable<E: Record>(name: &str) -> Error {
    let fields = E::fields().iter().filter(|field| field.filterable).map(|field| field.name);
    Error::Unfilterable {
        record: E::NAME.to_owned(),
        field: name.to_owned(),
        possible: fields.collect::<Vec<_>>().join(", "),
    }
}
