//! How the types are stored. Numbers as integers scaled by 10⁵, codes and options as text.

use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, StringLen, ValueType, ValueTypeErr};
use sea_orm::{ColIdx, DbErr, QueryResult, TryFromU64, TryGetError, TryGetable, Value};

use crate::Code;
use crate::money::{Amount, Percent, Price, Quantity};

macro_rules! number_column {
    ($($name:ident),+) => {
        $(
            impl From<$name> for Value {
                fn from(number: $name) -> Self {
                    Value::BigInt(Some(number.to_scaled()))
                }
            }

            impl TryGetable for $name {
                fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
                    i64::try_get_by(row, index).map(Self::from_scaled)
                }
            }

            impl ValueType for $name {
                fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
                    <i64 as ValueType>::try_from(value).map(Self::from_scaled)
                }
                fn type_name() -> String {
                    stringify!($name).to_owned()
                }
                fn array_type() -> ArrayType {
                    ArrayType::BigInt
                }
                fn column_type() -> ColumnType {
                    ColumnType::BigInteger
                }
            }

            impl Nullable for $name {
                fn null() -> Value {
                    Value::BigInt(None)
                }
            }
        )+
    };
}

number_column!(Amount, Price, Quantity, Percent);

impl<const N: usize> From<Code<N>> for Value {
    fn from(code: Code<N>) -> Self {
        code.as_str().into()
    }
}

impl<const N: usize> TryGetable for Code<N> {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        String::try_get_by(row, index).map(|text| Self::cut(&text))
    }
}

impl<const N: usize> ValueType for Code<N> {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        <String as ValueType>::try_from(value).map(|text| Self::cut(&text))
    }
    fn type_name() -> String {
        format!("Code<{N}>")
    }
    fn array_type() -> ArrayType {
        ArrayType::String
    }
    fn column_type() -> ColumnType {
        ColumnType::String(StringLen::N(<u32 as std::convert::TryFrom<usize>>::try_from(N).unwrap_or(u32::MAX)))
    }
}

impl<const N: usize> Nullable for Code<N> {
    fn null() -> Value {
        Value::String(None)
    }
}

impl<const N: usize> TryFromU64 for Code<N> {
    fn try_from_u64(_: u64) -> Result<Self, DbErr> {
        Err(DbErr::ConvertFromU64("Code"))
    }
}

/// Lets a type with `Display` and `FromStr` be a text column.
#[doc(hidden)]
#[macro_export]
macro_rules! __text_column {
    ($name:ident) => {
        impl ::std::convert::From<$name> for $crate::private::sea_orm::Value {
            fn from(value: $name) -> Self {
                value.to_string().into()
            }
        }

        impl $crate::private::sea_orm::TryGetable for $name {
            fn try_get_by<I: $crate::private::sea_orm::ColIdx>(
                row: &$crate::private::sea_orm::QueryResult,
                index: I,
            ) -> ::std::result::Result<Self, $crate::private::sea_orm::TryGetError> {
                let text = <String as $crate::private::sea_orm::TryGetable>::try_get_by(row, index)?;
                text.parse().map_err(|error: <$name as ::std::str::FromStr>::Err| {
                    $crate::private::sea_orm::TryGetError::DbErr($crate::private::sea_orm::DbErr::Type(
                        error.to_string(),
                    ))
                })
            }
        }

        impl $crate::private::sea_orm::sea_query::ValueType for $name {
            fn try_from(
                value: $crate::private::sea_orm::Value,
            ) -> ::std::result::Result<Self, $crate::private::sea_orm::sea_query::ValueTypeErr> {
                let text = <String as $crate::private::sea_orm::sea_query::ValueType>::try_from(value)?;
                text.parse().map_err(|_| $crate::private::sea_orm::sea_query::ValueTypeErr)
            }
            fn type_name() -> String {
                stringify!($name).to_owned()
            }
            fn array_type() -> $crate::private::sea_orm::sea_query::ArrayType {
                $crate::private::sea_orm::sea_query::ArrayType::String
            }
            fn column_type() -> $crate::private::sea_orm::sea_query::ColumnType {
                $crate::private::sea_orm::sea_query::ColumnType::String(
                    $crate::private::sea_orm::sea_query::StringLen::None,
                )
            }
        }

        impl $crate::private::sea_orm::sea_query::Nullable for $name {
            fn null() -> $crate::private::sea_orm::Value {
                $crate::private::sea_orm::Value::String(None)
            }
        }

        impl $crate::private::sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> ::std::result::Result<Self, $crate::private::sea_orm::DbErr> {
                ::std::result::Result::Err($crate::private::sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    };
}
