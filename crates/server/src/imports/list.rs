use std::marker::PhantomData;

use access::Area;
use back_office::upkeep::{self, Upkeep, fields};
use database::Tx;
use futures::future::BoxFuture;
use serde_json::Map;
use values::field::Value;

use crate::Error;
use crate::master::{Making, Master, take};
use crate::sets;

/// The values of a row, by the names of their fields.
pub(crate) type Values = Vec<(&'static str, Value)>;

/// A list into which a file can be read.
pub(crate) trait Importing: Send + Sync {
    /// The name of its set.
    fn name(&self) -> &'static str;
    /// Whose permission it takes.
    fn area(&self) -> Area;
    /// The names of the fields that a row may have.
    fn given(&self) -> Vec<String>;
    /// Makes a record of a row.
    fn make<'a>(&'a self, at: &'a Making, tx: &'a Tx, row: Values) -> BoxFuture<'a, Result<(), Error>>;
}

/// A list that [`upkeep`] keeps.
pub(crate) struct KeptList<E> {
    area: Area,
    entity: PhantomData<fn() -> E>,
}

impl<E: Upkeep> KeptList<E> {
    /// That of `E`, whose records the permission for `area` makes; nothing where there is one record.
    pub(crate) fn of(area: Area) -> Option<Box<dyn Importing>> {
        let list = Self { area, entity: PhantomData };
        (!E::KEY.is_empty()).then(|| Box::new(list) as Box<dyn Importing>)
    }
}

impl<E: Upkeep> Importing for KeptList<E> {
    fn name(&self) -> &'static str {
        E::NAME
    }

    fn area(&self) -> Area {
        self.area
    }

    fn given(&self) -> Vec<String> {
        fields::<E>(true).map(|field| field.name.to_owned()).collect()
    }

    fn make<'a>(&'a self, at: &'a Making, tx: &'a Tx, row: Values) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let given = row.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            upkeep::make::<E>(tx, &given, at.now, &at.random).await?;
            Ok(())
        })
    }
}

/// A list whose records have a form of their own.
pub(crate) struct MasterList<E>(PhantomData<fn() -> E>);

impl<E> MasterList<E> {
    /// That of `E`.
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<E: Master> Importing for MasterList<E> {
    fn name(&self) -> &'static str {
        E::NAME
    }

    fn area(&self) -> Area {
        sets::of(E::NAME).map_or(Area::BackOffice, |set| set.area())
    }

    fn given(&self) -> Vec<String> {
        crate::master::form_fields::<E>()
    }

    fn make<'a>(&'a self, at: &'a Making, tx: &'a Tx, row: Values) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let given: Map<_, _> = row.into_iter().map(|(name, value)| (name.to_owned(), value.json())).collect();
            take::<E>(at, tx, &given).await?;
            Ok(())
        })
    }
}
