use back_office::currencies;
use database::Tx;
use sea_orm::EntityTrait;
use values::Code;

use crate::Error;

/// The currencies of the back office by their ISO codes.
pub(super) struct Currencies {
    own: Code<10>,
    others: Vec<currencies::Model>,
}

impl Currencies {
    /// All of them; `own` is the company's.
    pub(super) async fn read(tx: &Tx, own: &Code<10>) -> Result<Self, Error> {
        Ok(Self { own: own.clone(), others: currencies::Entity::find().all(tx).await? })
    }

    /// A currency as the back office writes it: its own is blank, and so is one that is not there, or there twice.
    pub(super) fn internal(&self, iso: &Code<10>) -> Code<10> {
        if *iso == self.own {
            return Code::blank();
        }
        let mut of_code = self.others.iter().filter(|one| one.iso_code.non_blank().unwrap_or(&one.code) == iso);
        match (of_code.next(), of_code.next()) {
            (Some(one), None) => one.code.clone(),
            _ => Code::blank(),
        }
    }
}
