use chrono::{DateTime, Utc};
use database::{Tx, insert_many};
use runtime::Random;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use values::money::Percent;
use values::{Code, DateFormula};

use super::series;
use crate::general_journal::AccountType;
use crate::item_journal::TemplateType;
use crate::{
    Result, countries, item_journal, locations, payment_methods, payment_terms, shipment_methods, units_of_measure,
};

/// The location.
pub(super) const LOCATION: &str = "MAIN";

/// Code, name; the code is the ISO code.
const COUNTRIES: [(&str, &str); 12] = [
    ("NO", "Norway"),
    ("SE", "Sweden"),
    ("DK", "Denmark"),
    ("FI", "Finland"),
    ("IS", "Iceland"),
    ("DE", "Germany"),
    ("NL", "Netherlands"),
    ("FR", "France"),
    ("ES", "Spain"),
    ("GB", "United Kingdom"),
    ("US", "United States"),
    ("CA", "Canada"),
];
/// Code, what it is, international code.
const UNITS: [(&str, &str, &str); 4] =
    [("PCS", "Piece", "C62"), ("SET", "Set", "SET"), ("KG", "Kilogram", "KGM"), ("HOUR", "Hour", "HUR")];
/// Code, from the document date to the due date, what it is.
const TERMS: [(&str, &str, &str); 3] =
    [("COD", "", "Cash on delivery"), ("14D", "14D", "Net 14 days"), ("30D", "30D", "Net 30 days")];
/// Code, what it is.
const PAYMENT: [(&str, &str); 3] = [("CARD", "Card"), ("BANK", "Bank transfer"), ("CASH", "Cash")];
/// Code, what it is.
const SHIPMENT: [(&str, &str); 3] = [("PARCEL", "Parcel"), ("EXPRESS", "Express parcel"), ("PICKUP", "Collected")];
/// Code, what it is for: what is counted stands apart, so that posting the one leaves the other.
const ITEM_JOURNALS: [(TemplateType, &str, &str); 2] = [
    (TemplateType::Item, "DEFAULT", "Default journal"),
    (TemplateType::PhysicalInventory, "PHYSINV", "Physical inventory"),
];

/// Makes the short lists that documents choose from.
pub(super) async fn install(tx: &Tx, now: DateTime<Utc>, random: &Random) -> Result<()> {
    let countries = COUNTRIES.map(|(code, name)| countries::Model {
        id: random.id(now),
        code: Code::cut(code),
        name: name.to_owned(),
        iso_code: Code::cut(code),
    });
    insert_many(tx, countries.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let units = UNITS.map(|(code, description, international)| units_of_measure::Model {
        id: random.id(now),
        code: Code::cut(code),
        description: description.to_owned(),
        international_standard_code: Code::cut(international),
    });
    insert_many(tx, units.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let terms = TERMS.map(|(code, formula, description)| payment_terms::Model {
        id: random.id(now),
        code: Code::cut(code),
        description: description.to_owned(),
        due_date_calculation: formula.parse().unwrap_or_default(),
        discount_date_calculation: DateFormula::default(),
        discount_percent: Percent::ZERO,
        calculate_discount_on_credit_memos: false,
    });
    insert_many(tx, terms.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let payment = PAYMENT.map(|(code, description)| payment_methods::Model {
        id: random.id(now),
        code: Code::cut(code),
        description: description.to_owned(),
        balancing_account_type: AccountType::General,
        balancing_account_number: Code::blank(),
    });
    insert_many(tx, payment.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let shipment = SHIPMENT.map(|(code, description)| shipment_methods::Model {
        id: random.id(now),
        code: Code::cut(code),
        description: description.to_owned(),
    });
    insert_many(tx, shipment.map(|row| row.into_active_model().reset_all()).to_vec()).await?;
    let main = locations::Model { id: random.id(now), code: Code::cut(LOCATION), name: "Main location".to_owned() };
    insert_many(tx, vec![main.into_active_model().reset_all()]).await?;
    for (template_type, code, description) in ITEM_JOURNALS {
        let series = Code::cut(series::ITEM_JOURNALS);
        item_journal::create(tx, template_type, (&Code::cut(code), description), &series, now, random).await?;
    }
    Ok(())
}
