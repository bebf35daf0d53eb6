use std::collections::HashSet;

use database::{Notice, Record, Tx, upsert_many};
use sea_orm::IntoActiveModel;
use uuid::Uuid;
use values::Code;

use super::{ChargeType, payment_method, payment_terms, shipment_method};
use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::options::PaymentTermsType;
use crate::orders::staged::Sale;

/// Writes down the names that orders bring for the first time, so that a person can give them a code. Where all are known,
/// as nearly always, nothing is asked of the database.
pub(crate) async fn see(tx: &Tx, ground: &Ground, sales: &[Sale]) -> Result<(), Error> {
    see_shipment_methods(tx, ground, sales).await?;
    see_payment_methods(tx, ground, sales).await?;
    see_payment_terms(tx, ground, sales).await
}

/// A way of sending goods that nobody has mapped.
pub(super) fn new_shipment_method(id: Uuid, shop_code: &Code<20>, name: &str) -> shipment_method::Model {
    shipment_method::Model {
        id,
        shop_code: shop_code.clone(),
        name: name.to_owned(),
        shipment_method_code: Code::blank(),
        shipping_agent_code: Code::blank(),
        shipping_agent_service_code: Code::blank(),
        shipping_charges_type: ChargeType::Blank,
        shipping_charges_number: Code::blank(),
    }
}

/// Payment terms that nobody has mapped.
pub(super) fn new_payment_terms(
    id: Uuid,
    shop_code: &Code<20>,
    kind: &PaymentTermsType,
    name: &str,
) -> payment_terms::Model {
    payment_terms::Model {
        id,
        shop_code: shop_code.clone(),
        kind: kind.clone(),
        name: name.to_owned(),
        payment_terms_code: Code::blank(),
        is_primary: false,
    }
}

async fn see_shipment_methods(tx: &Tx, ground: &Ground, sales: &[Sale]) -> Result<(), Error> {
    use shipment_method::{Column, Entity};
    let charges = sales.iter().flat_map(|sale| &sale.shipping_charges).map(|charge| charge.title.as_str());
    let new: HashSet<&str> =
        charges.filter(|name| !name.is_empty() && ground.mappings.shipment_method(name).is_none()).collect();
    let row = |name: &str| new_shipment_method(ground.random.id(ground.now), &ground.shop.code, name);
    let rows: Vec<_> = new.into_iter().map(|name| row(name).into_active_model()).collect();
    if !rows.is_empty() {
        upsert_many(tx, rows, &[Column::ShopCode, Column::Name], &[]).await?;
        tx.notify(Notice::new(Entity::NAME, "")).await?;
    }
    Ok(())
}

async fn see_payment_methods(tx: &Tx, ground: &Ground, sales: &[Sale]) -> Result<(), Error> {
    use payment_method::{Column, Entity, Model};
    let mut new = HashSet::new();
    let mut rows = Vec::new();
    for paid in sales.iter().flat_map(|sale| &sale.transactions) {
        let (gateway, card) = (paid.gateway.as_str(), paid.credit_card_company.as_str());
        if gateway.is_empty() || ground.mappings.payment_method(gateway, card).is_some() || !new.insert((gateway, card))
        {
            continue;
        }
        let row = Model {
            id: ground.random.id(ground.now),
            shop_code: ground.shop.code.clone(),
            gateway: gateway.to_owned(),
            credit_card_company: card.to_owned(),
            manual_payment_gateway: paid.manual_payment_gateway,
            payment_method_code: Code::blank(),
            priority: 0,
        };
        rows.push(row.into_active_model());
    }
    if !rows.is_empty() {
        upsert_many(tx, rows, &[Column::ShopCode, Column::Gateway, Column::CreditCardCompany], &[]).await?;
        tx.notify(Notice::new(Entity::NAME, "")).await?;
    }
    Ok(())
}

async fn see_payment_terms(tx: &Tx, ground: &Ground, sales: &[Sale]) -> Result<(), Error> {
    use payment_terms::{Column, Entity};
    let terms = sales.iter().map(|sale| (&sale.order.payment_terms_type, sale.order.payment_terms_name.as_str()));
    let new: HashSet<(&PaymentTermsType, &str)> = terms
        .filter(|(kind, name)| **kind != PaymentTermsType::Blank && !name.is_empty())
        .filter(|(kind, name)| ground.mappings.payment_terms(kind, name).is_none())
        .collect();
    let row = |(kind, name): (&PaymentTermsType, &str)| {
        new_payment_terms(ground.random.id(ground.now), &ground.shop.code, kind, name)
    };
    let rows: Vec<_> = new.into_iter().map(|terms| row(terms).into_active_model()).collect();
    if !rows.is_empty() {
        upsert_many(tx, rows, &[Column::ShopCode, Column::Kind, Column::Name], &[]).await?;
        tx.notify(Notice::new(Entity::NAME, "")).await?;
    }
    Ok(())
}
