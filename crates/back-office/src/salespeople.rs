//! Salespeople (table 13): who sells. Nothing is bought here, so nobody is a purchaser.

use database::Record;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::{Error, Result};

/// What people call one.
const KIND: &str = "salesperson";

/// A salesperson.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "salesperson")]
#[record(name = "salespeoplePurchasers", caption = "Salesperson/Purchaser")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Their code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<20>,
    /// Their name.
    #[record(name = "displayName", caption = "Name")]
    pub name: String,
    /// Their e-mail address.
    #[record(caption = "Email")]
    pub email: String,
    /// Their phone.
    #[record(name = "phoneNo", caption = "Phone No.")]
    pub phone_number: String,
    /// What they do in the company.
    pub job_title: String,
    /// Whether they are given nothing more to do.
    pub blocked: bool,
    /// Whether they are named nowhere any more, because what is known of them may not be used.
    pub privacy_blocked: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Checks that a salesperson who is to be chosen is there and may be named; none or a blank one may always be.
///
/// # Errors
/// [`Error::Unknown`], [`Error::Blocked`].
pub async fn check(c: &impl ConnectionTrait, code: Option<&Code<20>>) -> Result<()> {
    let Some(code) = code.and_then(Code::non_blank) else { return Ok(()) };
    check_found(Entity::find().filter(Column::Code.eq(code.clone())).one(c).await?.as_ref(), code)
}

/// As [`check`], of whom was found by the code.
pub(crate) fn check_found(found: Option<&Model>, code: &Code<20>) -> Result<()> {
    match found {
        None => Err(Error::Unknown { kind: KIND, code: code.to_string() }),
        Some(salesperson) if salesperson.privacy_blocked => Err(Error::Blocked { kind: KIND, code: code.to_string() }),
        Some(_) => Ok(()),
    }
}
