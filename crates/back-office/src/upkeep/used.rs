//! Who uses a record, beside those who name its code alone.

use database::{Record, Tx};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use values::Code;

use crate::customers::ship_to_address;
use crate::expected_receipts as expected;
use crate::general_journal::{batch, line as journal_line};
use crate::item_journal::line as journal;
use crate::item_ledger::entry as entries;
use crate::items::{picture as pictures, reference as references, vendor as vendors};
use crate::prices::line as prices;
use crate::sales::{header as headers, line as sales};
use crate::shipping_agents::service;
use crate::{Result, customers, items};

/// The caption of the first list in which a record names both another and something of that; goes on when none does.
macro_rules! first_naming {
    ($tx:ident, $whole:expr, $code:expr; $($list:ident [$of:ident, $by:ident]),+) => {
        $(if names::<$list::Entity, _>($tx, ($list::Column::$of, $whole), ($list::Column::$by, $code)).await? {
            return Ok(Some($list::Entity::CAPTION));
        })+
    };
}

/// A journal with lines stays.
pub(super) async fn journal(tx: &Tx, journal: &batch::Model) -> Result<Option<&'static str>> {
    let lines = journal_line::Entity::find().filter(journal_line::Column::BatchId.eq(journal.id));
    Ok(lines.one(tx).await?.map(|_| journal_line::Entity::CAPTION))
}

/// Who uses a unit of an item.
pub(super) async fn item_unit(tx: &Tx, unit: &items::unit_of_measure::Model) -> Result<Option<&'static str>> {
    let (number, code) = (&unit.item_number, &unit.code);
    let item = items::by_numbers(tx, std::slice::from_ref(number)).await?.pop();
    let is_own =
        |item: items::Model| [item.base_unit_of_measure_code, item.sales_unit_of_measure_code].contains(&unit.code);
    if item.is_some_and(is_own) {
        return Ok(Some(items::Entity::CAPTION));
    }
    first_naming!(tx, number, code;
        sales[Number, UnitOfMeasureCode],
        prices[AssetNumber, UnitOfMeasureCode],
        references[ItemNumber, UnitOfMeasureCode],
        journal[ItemNumber, UnitOfMeasureCode]
    );
    Ok(None)
}

/// Who uses a variant.
pub(super) async fn variant(tx: &Tx, variant: &items::variant::Model) -> Result<Option<&'static str>> {
    let (number, code) = (&variant.item_number, &variant.code);
    first_naming!(tx, number, code;
        sales[Number, VariantCode],
        prices[AssetNumber, VariantCode],
        references[ItemNumber, VariantCode],
        vendors[ItemNumber, VariantCode],
        pictures[ItemNumber, VariantCode],
        journal[ItemNumber, VariantCode],
        expected[ItemNumber, VariantCode],
        entries[ItemNumber, VariantCode]
    );
    Ok(None)
}

/// Whose goods go to an address where nothing else is said.
pub(super) async fn ship_to_address(tx: &Tx, address: &ship_to_address::Model) -> Result<Option<&'static str>> {
    let (customer, code) = (&address.customer_number, &address.code);
    first_naming!(tx, customer, code; customers[Number, ShipToCode], headers[SellToCustomerNumber, ShipToCode]);
    Ok(None)
}

/// Who names a service of a shipping agent.
pub(super) async fn shipping_agent_service(tx: &Tx, service: &service::Model) -> Result<Option<&'static str>> {
    let (agent, code) = (&service.shipping_agent_code, &service.code);
    first_naming!(tx, agent, code;
        customers[ShippingAgentCode, ShippingAgentServiceCode],
        ship_to_address[ShippingAgentCode, ShippingAgentServiceCode],
        headers[ShippingAgentCode, ShippingAgentServiceCode],
        sales[ShippingAgentCode, ShippingAgentServiceCode]
    );
    Ok(None)
}

/// Whether a record names both the whole and what is of it.
async fn names<E, const N: usize>(tx: &Tx, whole: (E::Column, &Code<N>), of_it: (E::Column, &Code<10>)) -> Result<bool>
where
    E: Record<Model: Send + Sync>,
{
    let naming = E::find().filter(whole.0.eq(whole.1.clone())).filter(of_it.0.eq(of_it.1.clone()));
    Ok(naming.one(tx).await?.is_some())
}
