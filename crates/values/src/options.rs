/// Declares an option field as BC has it: an enum whose values are known by their captions, in the database, in filters
/// and in JSON alike. With `.. Other` at the end an unknown caption is kept instead of refused, for what Shopify may add.
///
/// ```
/// values::options! {
///     /// Whether an entry may run.
///     pub enum Status {
///         /// It may.
///         #[default]
///         Ready => "Ready",
///         /// It must wait.
///         OnHold => "On Hold",
///     }
/// }
/// assert_eq!(Status::OnHold.caption(), "On Hold");
/// assert_eq!("on hold".parse::<Status>().unwrap(), Status::OnHold);
/// ```
#[macro_export]
macro_rules! options {
    (
        $(#[$doc:meta])*
        pub enum $name:ident {
            $( $(#[$variant_doc:meta])* $variant:ident => $caption:literal ),+ $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[$variant_doc])* $variant, )+
        }

        impl $name {
            /// Every value, in BC's order.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// The text by which people, filters and the API know the value.
            pub const fn caption(&self) -> &'static str {
                match self { $( Self::$variant => $caption, )+ }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::field::UnknownOption;
            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                Self::ALL
                    .iter()
                    .find(|value| value.caption().eq_ignore_ascii_case(text.trim()))
                    .copied()
                    .ok_or_else(|| $crate::field::UnknownOption::new(text, <Self as $crate::field::OptionType>::CAPTIONS))
            }
        }

        $crate::__option_traits!($name, [ $( $caption ),+ ]);
    };
    (
        $(#[$doc:meta])*
        pub enum $name:ident {
            $( $(#[$variant_doc:meta])* $variant:ident => $caption:literal, )+
            .. Other
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[$variant_doc])* $variant, )+
            /// A value that came later than this program.
            Other(String),
        }

        impl $name {
            /// Every value that is known, in BC's order.
            pub const KNOWN: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// The text by which people, filters and the API know the value.
            pub fn caption(&self) -> &str {
                match self { $( Self::$variant => $caption, )+ Self::Other(text) => text }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::field::UnknownOption;
            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                Ok(Self::KNOWN
                    .iter()
                    .find(|value| value.caption().eq_ignore_ascii_case(text.trim()))
                    .cloned()
                    .unwrap_or_else(|| Self::Other(text.trim().to_owned())))
            }
        }

        $crate::__option_traits!($name, [ $( $caption ),+ ]);
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __option_traits {
    ($name:ident, [ $( $caption:literal ),+ ]) => {
        impl $crate::field::OptionType for $name {
            const CAPTIONS: &'static [&'static str] = &[ $( $caption ),+ ];
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.caption())
            }
        }

        impl $crate::field::FieldType for $name {
            const KIND: $crate::field::Kind = $crate::field::Kind::Option(<$name as $crate::field::OptionType>::CAPTIONS);
            fn value(&self) -> $crate::field::Value {
                $crate::field::Value::Text(self.caption().to_owned())
            }
        }

        impl $crate::private::serde::Serialize for $name {
            fn serialize<S: $crate::private::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.caption())
            }
        }

        impl<'de> $crate::private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::private::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                let text = <String as $crate::private::serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err($crate::private::serde::de::Error::custom)
            }
        }

        $crate::__option_schema!($name);
        $crate::__text_column!($name);
    };
}

#[doc(hidden)]
#[cfg(feature = "api")]
#[macro_export]
macro_rules! __option_schema {
    ($name:ident) => {
        impl $crate::private::schemars::JsonSchema for $name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut $crate::private::schemars::SchemaGenerator) -> $crate::private::schemars::Schema {
                $crate::private::schemars::json_schema!({
                    "type": "string",
                    "enum": <$name as $crate::field::OptionType>::CAPTIONS,
                })
            }
        }
    };
}

#[doc(hidden)]
#[cfg(not(feature = "api"))]
#[macro_export]
macro_rules! __option_schema {
    ($name:ident) => {};
}

#[doc(hidden)]
#[cfg(not(feature = "db"))]
#[macro_export]
macro_rules! __text_column {
    ($name:ident) => {};
}

#[cfg(test)]
mod tests {
    use crate::field::OptionType;

    crate::options! {
        /// For the test.
        pub enum Paid {
            /// Not known.
            #[default]
            Blank => "",
            /// All of it.
            Fully => "Fully Paid",
            .. Other
        }
    }

    #[test]
    fn an_unknown_caption_is_kept_where_others_may_come() {
        assert_eq!("fully paid".parse::<Paid>().unwrap(), Paid::Fully);
        assert_eq!("Later".parse::<Paid>().unwrap(), Paid::Other("Later".into()));
        assert_eq!(Paid::CAPTIONS, ["", "Fully Paid"]);
        assert_eq!(serde_json::to_string(&Paid::Fully).unwrap(), "\"Fully Paid\"");
    }
}
