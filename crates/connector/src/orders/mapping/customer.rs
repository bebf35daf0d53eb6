//! Which customers an order is sold and billed to.

use database::Tx;
use values::Code;

use super::{Ground, Lookup, buyer, company, create_customer};
use crate::Error;
use crate::orders::staged::order;
use crate::shops::options::{CustomerImport, CustomerMapping};
use crate::skipped::Cause;

/// Gives the order its sell-to and its bill-to customer, or adds the cause why it has none. What a person chose stays.
pub async fn map(
    tx: &Tx,
    ground: &Ground,
    lookup: &mut Lookup,
    order: &mut order::Model,
    causes: &mut Vec<Cause>,
) -> Result<(), Error> {
    let default = &ground.shop.default_customer_number;
    if ground.shop.customer_import_from_shopify == CustomerImport::None && !order.b2b {
        fill(order, default);
    }
    if order.bill_to_customer_number.is_blank() && !order.b2b {
        match find(tx, ground, lookup, order).await? {
            Ok(number) => fill(order, &number),
            Err(_) if !default.is_blank() => fill(order, default),
            Err(cause) => causes.push(cause),
        }
    } else if order.bill_to_customer_number.is_blank() {
        match company::customers(lookup, order) {
            Some((sell_to, bill_to)) => {
                fill_one(&mut order.sell_to_customer_number, &sell_to);
                fill_one(&mut order.bill_to_customer_number, &bill_to);
            }
            None if !ground.shop.default_company_number.is_blank() => fill(order, &ground.shop.default_company_number),
            None if order.sell_to_customer_number.is_blank() => {
                causes.push(Cause::Company(order.company_name.clone()));
            }
            None => {}
        }
    }
    let (sell_to, bill_to) = (order.sell_to_customer_number.clone(), order.bill_to_customer_number.clone());
    fill(order, if sell_to.is_blank() { &bill_to } else { &sell_to });
    for number in [&order.sell_to_customer_number, &order.bill_to_customer_number] {
        if !number.is_blank() && !lookup.has_customer(number) {
            causes.push(Cause::CustomerGone(number.to_string()));
        }
    }
    Ok(())
}

/// Gives the customers that are still blank.
fn fill(order: &mut order::Model, number: &Code<20>) {
    fill_one(&mut order.sell_to_customer_number, number);
    fill_one(&mut order.bill_to_customer_number, number);
}

fn fill_one(blank: &mut Code<20>, number: &Code<20>) {
    if blank.is_blank() {
        *blank = number.clone();
    }
}

/// The shop card's strategy. An order that names nobody can only be known by e-mail or phone.
fn strategy(ground: &Ground, order: &order::Model) -> CustomerMapping {
    let nameless = order.sell_to_customer_name.is_empty() && order.sell_to_customer_name2.is_empty();
    if nameless { CustomerMapping::ByEmailPhone } else { ground.shop.customer_mapping_type }
}

/// The customer by that strategy.
async fn find(
    tx: &Tx,
    ground: &Ground,
    lookup: &mut Lookup,
    order: &order::Model,
) -> Result<Result<Code<20>, Cause>, Error> {
    let strategy = strategy(ground, order);
    let found = match strategy {
        CustomerMapping::DefaultCustomer => {
            return Ok(ground.shop.default_customer_number.non_blank().cloned().ok_or(Cause::NoDefaultCustomer));
        }
        CustomerMapping::ByEmailPhone => by_email_or_phone(lookup, order),
        CustomerMapping::ByBillToInfo => match by_bill_to_info(tx, order).await? {
            Some(number) => Some(number),
            None => linked(lookup, order),
        },
    };
    match found {
        // An address decides for this order only; an e-mail or a phone for the Shopify customer.
        Some(number) if strategy == CustomerMapping::ByBillToInfo => {
            lookup.know_customer(&number);
            Ok(Ok(number))
        }
        Some(number) => {
            lookup.link_customer(order.customer_id, &number);
            Ok(Ok(number))
        }
        None => create_or_tell(tx, ground, lookup, order).await,
    }
}

/// The customer to which the order's Shopify customer is linked, if it is still there.
fn linked(lookup: &Lookup, order: &order::Model) -> Option<Code<20>> {
    let link = lookup.customer(order.customer_id)?;
    Some(link.customer_number.clone()).filter(|number| lookup.has_customer(number))
}

fn by_email_or_phone(lookup: &Lookup, order: &order::Model) -> Option<Code<20>> {
    linked(lookup, order).or_else(|| {
        let (email, phone) = buyer::email_and_phone(order, lookup.customer(order.customer_id));
        lookup.customer_of_contact(email, phone).cloned()
    })
}

/// The customer with exactly the order's bill-to name and address.
async fn by_bill_to_info(tx: &Tx, order: &order::Model) -> Result<Option<Code<20>>, Error> {
    use back_office::customers::{Column, Entity};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    let found = Entity::find()
        .filter(Column::Name.eq(order.bill_to_name.as_str()))
        .filter(Column::Name2.eq(order.bill_to_name2.as_str()))
        .filter(Column::Address.eq(order.bill_to_address.as_str()))
        .filter(Column::Address2.eq(order.bill_to_address2.as_str()))
        .filter(Column::PostCode.eq(order.bill_to_post_code.as_str()))
        .filter(Column::City.eq(order.bill_to_city.as_str()))
        .one(tx)
        .await?;
    Ok(found.map(|customer| customer.number))
}

async fn create_or_tell(
    tx: &Tx,
    ground: &Ground,
    lookup: &mut Lookup,
    order: &order::Model,
) -> Result<Result<Code<20>, Cause>, Error> {
    let shop = &ground.shop;
    let link = lookup.customer(order.customer_id);
    let has_default = !shop.default_customer_number.is_blank();
    if !creates(ground) || link.is_none() {
        return Ok(Err(Cause::UnknownCustomer { buyer: buyer::phrase(order, link), creates: creates(ground) }));
    }
    let Some(template) = template(ground, order) else { return Ok(Err(Cause::NoTemplate)) };
    match create_customer::create(tx, ground, order, link, template).await? {
        Ok(customer) => {
            lookup.take_up(order.customer_id, &customer);
            Ok(Ok(customer.number))
        }
        Err(reason) if has_default => {
            tracing::warn!(order = order.shopify_order_number, reason, "the default customer stands in");
            Ok(Ok(shop.default_customer_number.clone()))
        }
        Err(reason) => Ok(Err(Cause::CustomerRefused(reason))),
    }
}

fn creates(ground: &Ground) -> bool {
    let shop = &ground.shop;
    shop.auto_create_unknown_customers && shop.customer_import_from_shopify != CustomerImport::None
}

fn template<'a>(ground: &'a Ground, order: &'a order::Model) -> Option<&'a Code<20>> {
    let template = [&order.customer_template_code, &ground.shop.customer_template_code];
    template.into_iter().find(|template| !template.is_blank())
}

/// The template of the customer that [`map`] would make for the order, if it would make one.
pub(super) fn template_of_unknown<'a>(
    ground: &'a Ground,
    lookup: &Lookup,
    order: &'a order::Model,
) -> Option<&'a Code<20>> {
    let is_unknown = order.bill_to_customer_number.is_blank()
        && !order.b2b
        && strategy(ground, order) == CustomerMapping::ByEmailPhone
        && lookup.customer(order.customer_id).is_some()
        && by_email_or_phone(lookup, order).is_none();
    if is_unknown && creates(ground) { template(ground, order) } else { None }
}
