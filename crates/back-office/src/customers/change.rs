use chrono::{DateTime, Utc};
use database::{Tx, search, upsert_many};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Iterable};
use values::Code;

use super::find::{email_key, phone_key};
use super::registrations::registration_key;
use super::{Blocked, Column, Entity, Model, ShippingAdvice, ship_to_address};
use crate::shipping_agents::service;
use crate::{Result, customer_discount_groups, customer_price_groups, sales_tax, salespeople};

/// What is to be changed of a customer; `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Its name.
    pub name: Option<String>,
    /// More of its name.
    pub name2: Option<String>,
    /// The first line of its address.
    pub address: Option<String>,
    /// The second line.
    pub address2: Option<String>,
    /// Its post code.
    pub post_code: Option<String>,
    /// Its city.
    pub city: Option<String>,
    /// Its county.
    pub county: Option<String>,
    /// Its country.
    pub country_region_code: Option<Code<20>>,
    /// Its phone.
    pub phone_number: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Its customer price group.
    pub customer_price_group: Option<Code<10>>,
    /// Its customer discount group.
    pub customer_discount_group: Option<Code<20>>,
    /// Which discounts it gets on the whole.
    pub invoice_discount_code: Option<Code<20>>,
    /// Whether it gets discounts on lines where no price list says so.
    pub allow_line_discount: Option<bool>,
    /// Whom to ask for.
    pub contact: Option<String>,
    /// Its mobile phone.
    pub mobile_phone_number: Option<String>,
    /// Its home page.
    pub website: Option<String>,
    /// Its language.
    pub language_code: Option<Code<10>>,
    /// Its number in the register of those who pay VAT.
    pub vat_registration_number: Option<String>,
    /// Its number in the register of companies.
    pub registration_number: Option<String>,
    /// How goods are sent to it.
    pub shipment_method_code: Option<Code<10>>,
    /// Who carries them.
    pub shipping_agent_code: Option<Code<10>>,
    /// By which of the agent's services.
    pub shipping_agent_service_code: Option<Code<10>>,
    /// From where they are sent.
    pub location_code: Option<Code<10>>,
    /// Whether its orders may be shipped in parts.
    pub shipping_advice: Option<ShippingAdvice>,
    /// Where they go, of its ship-to addresses; blank: to its own address.
    pub ship_to_code: Option<Code<10>>,
    /// Who sells to it.
    pub salesperson_code: Option<Code<20>>,
    /// Its general business posting group.
    pub general_business_posting_group: Option<Code<20>>,
    /// Its VAT business posting group.
    pub vat_business_posting_group: Option<Code<20>>,
    /// Its customer posting group.
    pub customer_posting_group: Option<Code<20>>,
    /// The currency in which it buys; blank is the company's own.
    pub currency_code: Option<Code<10>>,
    /// The payment terms.
    pub payment_terms_code: Option<Code<10>>,
    /// The payment method.
    pub payment_method_code: Option<Code<10>>,
    /// Whether the prices of its documents have VAT in them.
    pub prices_including_vat: Option<bool>,
    /// Where it is taxed, where sales tax is levied.
    pub tax_area_code: Option<Code<20>>,
    /// Whether it is liable to sales tax.
    pub tax_liable: Option<bool>,
    /// What it is kept from.
    pub blocked: Option<Blocked>,
    /// Whether it is kept from everything, because what is known of it may not be used.
    pub privacy_blocked: Option<bool>,
}

/// Changes a customer.
///
/// # Errors
/// [`crate::Error::Unknown`] for a price or discount group, a tax area or a salesperson that is not there,
/// [`crate::Error::Blocked`] for a salesperson who is blocked for privacy; [`crate::Error::Field`] for a ship-to address and
/// a shipping agent service that are not there.
pub async fn change(tx: &Tx, customer: Model, change: &Change, now: DateTime<Utc>) -> Result<Model> {
    check_codes(tx, change).await?;
    let customer = changed(customer, change, now);
    check_customer(tx, &customer, change).await?;
    search::keep::<Entity>(tx, [&customer]).await?;
    tx.changed::<Entity>(&[customer.id]).await?;
    Ok(customer.into_active_model().reset_all().update(tx).await?)
}

/// Changes customers, no two of them the same, that the caller has for itself ([`lock`](super::lock)): each is written whole.
/// As few statements as possible, however many there are; codes that the changes name are looked up once each.
///
/// # Errors
/// As [`change`]; then none is changed.
pub async fn change_many(tx: &Tx, changes: Vec<(Model, Change)>, now: DateTime<Utc>) -> Result<Vec<Model>> {
    check_all_codes(tx, changes.iter().map(|(_, change)| change)).await?;
    let mut customers = Vec::with_capacity(changes.len());
    for (customer, change) in changes {
        let customer = changed(customer, &change, now);
        check_customer(tx, &customer, &change).await?;
        customers.push(customer);
    }
    search::keep::<Entity>(tx, &customers).await?;
    tx.changed::<Entity>(&customers.iter().map(|customer| customer.id).collect::<Vec<_>>()).await?;
    let told: Vec<Column> = Column::iter().filter(|column| !matches!(column, Column::Id | Column::Number)).collect();
    let rows = customers.iter().map(|customer| customer.clone().into_active_model().reset_all()).collect();
    upsert_many(tx, rows, &[Column::Id], &told).await?;
    Ok(customers)
}

/// Whether a change says anything that the customer does not say already.
pub fn would_change(customer: &Model, change: &Change) -> bool {
    put(customer.clone(), change) != *customer
}

/// Checks that the codes that changes name are there, each once.
pub(super) async fn check_all_codes(tx: &Tx, changes: impl Iterator<Item = &Change> + Send) -> Result<()> {
    let mut known: Vec<Change> = vec![Change::default()];
    for change in changes {
        let codes = Change {
            customer_price_group: change.customer_price_group.clone(),
            customer_discount_group: change.customer_discount_group.clone(),
            tax_area_code: change.tax_area_code.clone(),
            salesperson_code: change.salesperson_code.clone(),
            ..Change::default()
        };
        if !known.contains(&codes) {
            check_codes(tx, &codes).await?;
            known.push(codes);
        }
    }
    Ok(())
}

/// Checks that the codes that a change names are there.
async fn check_codes(tx: &Tx, change: &Change) -> Result<()> {
    customer_price_groups::check(tx, change.customer_price_group.as_ref()).await?;
    customer_discount_groups::check(tx, change.customer_discount_group.as_ref()).await?;
    sales_tax::area::check(tx, change.tax_area_code.as_ref()).await?;
    salespeople::check(tx, change.salesperson_code.as_ref()).await
}

/// Checks what is the customer's own, or belongs together.
async fn check_customer(tx: &Tx, customer: &Model, change: &Change) -> Result<()> {
    if let Some(code) = change.ship_to_code.as_ref().and_then(Code::non_blank) {
        ship_to_address::find(tx, &customer.number, code).await?;
    }
    if change.shipping_agent_code.is_some() || change.shipping_agent_service_code.is_some() {
        service::check(tx, &customer.shipping_agent_code, &customer.shipping_agent_service_code).await?;
    }
    Ok(())
}

/// The customer once it is changed.
fn changed(customer: Model, change: &Change, now: DateTime<Utc>) -> Model {
    let version = customer.version + 1;
    Model { last_modified_date_time: now, version, ..put(customer, change) }
}

/// The customer with what a change says of it.
pub(super) fn put(customer: Model, change: &Change) -> Model {
    let new = change.clone();
    let vat = new.vat_registration_number.unwrap_or(customer.vat_registration_number);
    let registration = new.registration_number.unwrap_or(customer.registration_number);
    let (email, phone) = (new.email.unwrap_or(customer.email), new.phone_number.unwrap_or(customer.phone_number));
    Model {
        name: new.name.unwrap_or(customer.name),
        name2: new.name2.unwrap_or(customer.name2),
        address: new.address.unwrap_or(customer.address),
        address2: new.address2.unwrap_or(customer.address2),
        post_code: new.post_code.unwrap_or(customer.post_code),
        city: new.city.unwrap_or(customer.city),
        county: new.county.unwrap_or(customer.county),
        country_region_code: new.country_region_code.unwrap_or(customer.country_region_code),
        email_key: email_key(&email),
        phone_key: phone_key(&phone),
        email,
        phone_number: phone,
        customer_price_group: new.customer_price_group.unwrap_or(customer.customer_price_group),
        customer_discount_group: new.customer_discount_group.unwrap_or(customer.customer_discount_group),
        invoice_discount_code: new.invoice_discount_code.unwrap_or(customer.invoice_discount_code),
        allow_line_discount: new.allow_line_discount.unwrap_or(customer.allow_line_discount),
        contact: new.contact.unwrap_or(customer.contact),
        mobile_phone_number: new.mobile_phone_number.unwrap_or(customer.mobile_phone_number),
        website: new.website.unwrap_or(customer.website),
        language_code: new.language_code.unwrap_or(customer.language_code),
        vat_registration_key: registration_key(&vat),
        registration_key: registration_key(&registration),
        vat_registration_number: vat,
        registration_number: registration,
        shipment_method_code: new.shipment_method_code.unwrap_or(customer.shipment_method_code),
        shipping_agent_code: new.shipping_agent_code.unwrap_or(customer.shipping_agent_code),
        shipping_agent_service_code: new.shipping_agent_service_code.unwrap_or(customer.shipping_agent_service_code),
        location_code: new.location_code.unwrap_or(customer.location_code),
        shipping_advice: new.shipping_advice.unwrap_or(customer.shipping_advice),
        ship_to_code: new.ship_to_code.unwrap_or(customer.ship_to_code),
        salesperson_code: new.salesperson_code.unwrap_or(customer.salesperson_code),
        general_business_posting_group: new
            .general_business_posting_group
            .unwrap_or(customer.general_business_posting_group),
        vat_business_posting_group: new.vat_business_posting_group.unwrap_or(customer.vat_business_posting_group),
        customer_posting_group: new.customer_posting_group.unwrap_or(customer.customer_posting_group),
        currency_code: new.currency_code.unwrap_or(customer.currency_code),
        payment_terms_code: new.payment_terms_code.unwrap_or(customer.payment_terms_code),
        payment_method_code: new.payment_method_code.unwrap_or(customer.payment_method_code),
        prices_including_vat: new.prices_including_vat.unwrap_or(customer.prices_including_vat),
        tax_area_code: new.tax_area_code.unwrap_or(customer.tax_area_code),
        tax_liable: new.tax_liable.unwrap_or(customer.tax_liable),
        blocked: new.blocked.unwrap_or(customer.blocked),
        privacy_blocked: new.privacy_blocked.unwrap_or(customer.privacy_blocked),
        ..customer
    }
}
