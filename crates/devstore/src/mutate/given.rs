use serde::{Deserialize, Deserializer};

/// A field of an input that may be left out, which leaves what it is about as it is, or be null, which empties it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Given<T> {
    #[default]
    LeftOut,
    Null,
    Value(T),
}

impl<T> Given<T> {
    /// Makes `target` what was given.
    pub(super) fn put_into(self, target: &mut Option<T>) {
        match self {
            Self::LeftOut => {}
            Self::Null => *target = None,
            Self::Value(value) => *target = Some(value),
        }
    }

    /// What was given, unless it is null; for something new, which has nothing that could stay.
    pub(super) fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::LeftOut | Self::Null => None,
        }
    }

    /// What was given, unless it is null.
    pub(super) const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::LeftOut | Self::Null => None,
        }
    }
}

impl<T> From<Option<T>> for Given<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::LeftOut, Self::Value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}
