//! Which customers buy and pay for a location of a company: what people set on it.

use back_office::upkeep::{Given, Upkeep};
use back_office::{Error, Result};
use database::Tx;
use sea_orm::{ActiveValue, Set};
use values::Code;

use super::staged::location::{ActiveModel, Column, Entity, Model};

impl Upkeep for Entity {
    const ONE: &'static str = "Shopify company location";
    /// Shopify makes them.
    const KEY: &'static [Column] = &[];
    const MAY_BE_BLANK: &'static [Column] = &[];
    const KEPT: &'static [Column] = &[
        Column::Store,
        Column::ShopifyLocationId,
        Column::ShopifyCompanyId,
        Column::Name,
        Column::IsDefault,
        Column::Recipient,
        Column::Address,
        Column::Address2,
        Column::Zip,
        Column::City,
        Column::CountryRegionCode,
        Column::ProvinceCode,
        Column::ProvinceName,
        Column::PhoneNumber,
        Column::TaxRegistrationId,
        Column::TaxExempt,
        Column::PaymentTermsType,
        Column::PaymentTermsName,
    ];

    /// Who buys no more pays no more, unless it is said who does.
    fn follow(record: &mut ActiveModel, given: &Given) {
        let gives = |field: &str| given.iter().any(|(name, _)| name == field);
        let is_blank = matches!(&record.sell_to_customer_number, ActiveValue::Set(number) if number.is_blank());
        if gives("sellToCustomerNumber") && is_blank && !gives("billToCustomerNumber") {
            record.bill_to_customer_number = Set(Code::blank());
        }
    }

    /// Where nobody is said to buy, nobody can be said to pay.
    async fn check(_: &Tx, location: &Model) -> Result<()> {
        match location.bill_to_customer_number.non_blank() {
            Some(number) if location.sell_to_customer_number.is_blank() => Err(Error::Field {
                field: "billToCustomerNumber",
                problem: format!("{number} can pay only where someone buys: choose Sell-to Customer No. first"),
            }),
            _ => Ok(()),
        }
    }
}
