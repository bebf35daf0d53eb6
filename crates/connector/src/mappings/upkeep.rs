//! What tells the records of the mapping tables apart, and what must hold of them.

use back_office::accounts;
use back_office::shipping_agents::service;
use back_office::upkeep::{Given, Upkeep};
use back_office::{Error, Result};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use values::Code;

use super::{ChargeType, payment_method, payment_terms, shipment_method, tax_area};

fn gives(given: &Given, field: &str) -> bool {
    given.iter().any(|(name, _)| name == field)
}

fn refused(field: &'static str, problem: impl Into<String>) -> Result<()> {
    Err(Error::Field { field, problem: problem.into() })
}

impl Upkeep for shipment_method::Entity {
    const ONE: &'static str = "shipment method mapping";
    const KEY: &'static [Self::Column] = &[shipment_method::Column::ShopCode, shipment_method::Column::Name];
    const MAY_BE_BLANK: &'static [Self::Column] = &[];
    const KEPT: &'static [Self::Column] = &[];

    /// A service belongs to its agent, a number to its type.
    fn follow(record: &mut Self::ActiveModel, given: &Given) {
        if gives(given, "shippingAgentCode") && !gives(given, "shippingAgentServiceCode") {
            record.shipping_agent_service_code = Set(Code::blank());
        }
        if gives(given, "shippingChargesType") && !gives(given, "shippingChargesNumber") {
            record.shipping_charges_number = Set(Code::blank());
        }
    }

    async fn check(tx: &Tx, record: &Self::Model) -> Result<()> {
        service::check(tx, &record.shipping_agent_code, &record.shipping_agent_service_code).await?;
        let number = record.shipping_charges_number.non_blank();
        match (record.shipping_charges_type, number) {
            (ChargeType::Blank, Some(number)) => refused(
                "shippingChargesNumber",
                format!("{number} may be an account or an item: choose Shipping Charges Type, too"),
            ),
            (ChargeType::Account, Some(number)) => {
                let account = accounts::find(tx, number).await?;
                accounts::check_direct_posting(&account)
                    .or_else(|why| refused("shippingChargesNumber", why.to_string()))
            }
            _ => Ok(()),
        }
    }
}

impl Upkeep for payment_method::Entity {
    const ONE: &'static str = "payment method mapping";
    const KEY: &'static [Self::Column] =
        &[payment_method::Column::ShopCode, payment_method::Column::Gateway, payment_method::Column::CreditCardCompany];
    const MAY_BE_BLANK: &'static [Self::Column] = &[payment_method::Column::CreditCardCompany];
    const KEPT: &'static [Self::Column] = &[payment_method::Column::ManualPaymentGateway];
}

impl Upkeep for payment_terms::Entity {
    const ONE: &'static str = "payment terms mapping";
    const KEY: &'static [Self::Column] =
        &[payment_terms::Column::ShopCode, payment_terms::Column::Kind, payment_terms::Column::Name];
    const MAY_BE_BLANK: &'static [Self::Column] = &[];
    const KEPT: &'static [Self::Column] = &[
        payment_terms::Column::ShopifyPaymentTermsId,
        payment_terms::Column::DueInDays,
        payment_terms::Column::Description,
    ];

    /// Of the terms of a shop one at most stands for all others.
    async fn check(tx: &Tx, record: &Self::Model) -> Result<()> {
        if !record.is_primary {
            return Ok(());
        }
        let primary = payment_terms::Entity::find()
            .filter(payment_terms::Column::ShopCode.eq(record.shop_code.clone()))
            .filter(payment_terms::Column::IsPrimary.eq(true))
            .filter(payment_terms::Column::Id.ne(record.id));
        match primary.one(tx).await? {
            Some(other) => refused("isPrimary", format!("{} is primary already: take that away first", other.name)),
            None => Ok(()),
        }
    }
}

impl Upkeep for tax_area::Entity {
    const ONE: &'static str = "tax area";
    const KEY: &'static [Self::Column] = &[tax_area::Column::CountryRegionCode, tax_area::Column::County];
    const MAY_BE_BLANK: &'static [Self::Column] = &[tax_area::Column::County];
    const KEPT: &'static [Self::Column] = &[];

    /// An address finds a place by its code: no two of a country have the same.
    async fn check(tx: &Tx, record: &Self::Model) -> Result<()> {
        let Some(code) = record.county_code.non_blank() else { return Ok(()) };
        let same = tax_area::Entity::find()
            .filter(tax_area::Column::CountryRegionCode.eq(record.country_region_code.clone()))
            .filter(tax_area::Column::CountyCode.eq(code.clone()))
            .filter(tax_area::Column::Id.ne(record.id));
        match same.one(tx).await? {
            Some(other) => refused("countyCode", format!("{code} is the code of {} already", other.county)),
            None => Ok(()),
        }
    }
}
