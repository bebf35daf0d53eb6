use std::fmt;
use std::marker::PhantomData;

use cynic::QueryFragment;
use cynic::queries::SelectionBuilder;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// An object as Shopify wrote it, read only when someone asks: it can be stored and compared as it came, and an object
/// that can't be read does not spoil the page that it is on.
pub struct Kept<T> {
    json: String,
    kind: PhantomData<fn() -> T>,
}

impl<T> Kept<T> {
    /// An object from its text, which must be JSON: whoever reads it is told otherwise.
    pub const fn new(json: String) -> Self {
        Self { json, kind: PhantomData }
    }

    /// What Shopify wrote.
    pub fn json(&self) -> &str {
        &self.json
    }

    /// The same, kept no longer here.
    pub fn into_json(self) -> String {
        self.json
    }

    /// The number in the object's global id, if it has one.
    pub fn id(&self) -> Option<u64> {
        #[derive(Deserialize)]
        struct Identified {
            id: shopify_schema::gid::Gid,
        }
        self.glance::<Identified>().ok().map(|object| object.id.number())
    }

    /// Reads only what `G` names.
    ///
    /// # Errors
    /// When that is not there.
    pub fn glance<G: DeserializeOwned>(&self) -> Result<G, serde_json::Error> {
        serde_json::from_str(self.json())
    }
}

impl<T: DeserializeOwned> Kept<T> {
    /// The object, typed.
    ///
    /// # Errors
    /// When it is not what the schema promises.
    pub fn read(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.json())
    }
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        Self { json: self.json.clone(), kind: PhantomData }
    }
}

impl<T> fmt::Debug for Kept<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Kept").field(&self.json).finish()
    }
}

impl<'de, T> Deserialize<'de> for Kept<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::new(Box::<str>::from(Box::<RawValue>::deserialize(deserializer)?).into_string()))
    }
}

impl<T: QueryFragment> QueryFragment for Kept<T> {
    type SchemaType = T::SchemaType;
    type VariablesFields = T::VariablesFields;

    const TYPE: Option<&'static str> = T::TYPE;

    fn query(builder: SelectionBuilder<'_, Self::SchemaType, Self::VariablesFields>) {
        T::query(builder);
    }
}
