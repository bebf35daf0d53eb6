//! What the change log says of people, and of the customers that they are here.

use access::{Audit, Principal};
use back_office::customers::{self, ship_to_address};
use back_office::upkeep::key_of;
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;
use values::Code;

use super::held::Held;
use super::redact::{CHUNK, PERSONAL_OF_CUSTOMER};
use crate::{Connector, Error, links};

/// Takes the personal data out of the change log: of Shopify customers what they have lost themselves, of the customers that
/// they are here also what a person is to take out of these later.
pub(super) async fn redact(connector: &Connector, by: &Principal, tx: &Tx, held: &Held) -> Result<(), Error> {
    for people in held.customers.chunks(CHUNK) {
        let ids: Vec<Uuid> = people.iter().map(|(id, ..)| *id).collect();
        Audit::redact::<links::customer::Entity>(tx, &ids, PERSONAL_OF_CUSTOMER).await?;
        let numbers: Vec<Code<20>> = people.iter().filter_map(|(_, _, number)| number.non_blank().cloned()).collect();
        let found = customers::by_numbers(tx, &numbers).await?;
        let here: Vec<(Uuid, String)> = found.into_iter().map(|here| (here.id, here.number.to_string())).collect();
        connector.audit().keep_out::<customers::Entity>(tx, by, &here, CUSTOMER).await?;
        let begins: Vec<String> = numbers.iter().map(|number| format!("{number}, ")).collect();
        let of_them = ship_to_address::Column::CustomerNumber.is_in(numbers);
        let found = ship_to_address::Entity::find().filter(of_them).all(tx).await?;
        let name = |to: ship_to_address::Model| (to.id, key_of::<ship_to_address::Entity>(&to));
        let addresses: Vec<(Uuid, String)> = found.into_iter().map(name).collect();
        connector.audit().keep_out::<ship_to_address::Entity>(tx, by, &addresses, SHIP_TO_ADDRESS).await?;
        Audit::redact_deleted::<ship_to_address::Entity>(tx, &begins, SHIP_TO_ADDRESS).await?;
    }
    Ok(())
}

/// What of a customer here tells who it is.
const CUSTOMER: &[customers::Column] = {
    use customers::Column;
    &[
        Column::Name,
        Column::Name2,
        Column::Address,
        Column::Address2,
        Column::PostCode,
        Column::City,
        Column::County,
        Column::PhoneNumber,
        Column::MobilePhoneNumber,
        Column::Email,
        Column::Website,
        Column::Contact,
    ]
};

/// What of a ship-to address tells who lives there.
const SHIP_TO_ADDRESS: &[ship_to_address::Column] = {
    use ship_to_address::Column;
    &[
        Column::Name,
        Column::Name2,
        Column::Contact,
        Column::Address,
        Column::Address2,
        Column::PostCode,
        Column::City,
        Column::County,
        Column::PhoneNumber,
        Column::Email,
    ]
};
