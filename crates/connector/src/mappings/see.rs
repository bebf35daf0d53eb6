use std::collections::HashMap;

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
    {
        use shipment_method::{Column, Entity};
        keep::<Entity>(tx, ground, shipment_methods(ground, sales), &[Column::ShopCode, Column::Name]).await?;
    }
    {
        use payment_method::{Column, Entity};
        let key = [Column::ShopCode, Column::Gateway, Column::CreditCardCompany];
        keep::<Entity>(tx, ground, payment_methods(ground, sales), &key).await?;
    }
    use payment_terms::{Column, Entity};
    let key = [Column::ShopCode, Column::Kind, Column::Name];
    keep::<Entity>(tx, ground, payment_terms(ground, sales), &key).await
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
        shopify_payment_terms_id: 0,
        due_in_days: 0,
        description: String::new(),
        payment_terms_code: Code::blank(),
        is_primary: false,
    }
}

/// Keeps the rows of names that this run has not written down yet.
async fn keep<E: Record>(
    tx: &Tx,
    ground: &Ground,
    new: HashMap<String, E::Model>,
    key: &[E::Column],
) -> Result<(), Error>
where
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: Send,
{
    let mappings = &ground.mappings;
    let (names, rows): (Vec<_>, Vec<_>) =
        new.into_iter().filter(|(name, _)| !mappings.is_written(E::NAME, name)).unzip();
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
    if upsert_many::<E::ActiveModel>(tx, rows, key, &[]).await? > 0 {
        tx.notify(Notice::new(E::NAME, "")).await?;
    }
    mappings.write_down(tx, E::NAME, names);
    Ok(())
}

fn shipment_methods(ground: &Ground, sales: &[Sale]) -> HashMap<String, shipment_method::Model> {
    let charges = sales.iter().flat_map(|sale| &sale.shipping_charges).map(|charge| charge.title.as_str());
    let new = charges.filter(|name| !name.is_empty() && ground.mappings.shipment_method(name).is_none());
    let row = |name: &str| new_shipment_method(ground.random.id(ground.now), &ground.shop.code, name);
    new.map(|name| (name.to_owned(), row(name))).collect()
}

fn payment_methods(ground: &Ground, sales: &[Sale]) -> HashMap<String, payment_method::Model> {
    let new = sales.iter().flat_map(|sale| &sale.transactions).filter(|paid| {
        !paid.gateway.is_empty() && ground.mappings.payment_method(&paid.gateway, &paid.credit_card_company).is_none()
    });
    new.map(|paid| {
        let row = payment_method::Model {
            id: ground.random.id(ground.now),
            shop_code: ground.shop.code.clone(),
            gateway: paid.gateway.clone(),
            credit_card_company: paid.credit_card_company.clone(),
            manual_payment_gateway: paid.manual_payment_gateway,
            payment_method_code: Code::blank(),
            priority: 0,
        };
        (format!("{}\n{}", row.gateway, row.credit_card_company), row)
    })
    .collect()
}

fn payment_terms(ground: &Ground, sales: &[Sale]) -> HashMap<String, payment_terms::Model> {
    let terms = sales.iter().map(|sale| (&sale.order.payment_terms_type, sale.order.payment_terms_name.as_str()));
    let new = terms
        .filter(|(kind, name)| **kind != PaymentTermsType::Blank && !name.is_empty())
        .filter(|(kind, name)| ground.mappings.payment_terms(kind, name).is_none());
    new.map(|(kind, name)| {
        let row = new_payment_terms(ground.random.id(ground.now), &ground.shop.code, kind, name);
        (format!("{}\n{name}", kind.caption()), row)
    })
    .collect()
}
