//! Which customers an order is sold and billed to.

use database::Tx;
use values::Code;

use super::bill_to::address_of;
use super::person::{Party, Person, of_buyer};
use super::{Ground, Lookup, buyer, company, create_customer};
use crate::Error;
use crate::customers::create::Wanted;
use crate::orders::staged::order;
use crate::shops::options::{CompanyImport, CustomerImport, CustomerMapping};
use crate::skipped::Cause;

/// Gives the order its sell-to and its bill-to customer, or adds the cause why it has none. What a person chose stays.
pub async fn map(
    tx: &Tx,
    ground: &Ground,
    lookup: &mut Lookup,
    order: &mut order::Model,
    causes: &mut Vec<Cause>,
) -> Result<(), Error> {
    if order.b2b && ground.shop.company_import_from_shopify == CompanyImport::None {
        fill(order, &ground.shop.default_company_number);
    }
    if !order.b2b {
        causes.extend(person(tx, ground, lookup, order).await?);
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
    fill_the_other(order);
    for number in [&order.sell_to_customer_number, &order.bill_to_customer_number] {
        if !number.is_blank() && !lookup.has_customer(number) {
            causes.push(Cause::CustomerGone(number.to_string()));
        }
    }
    Ok(())
}

/// The customers of an order of a person: those of the country to which it goes, else those that the shop card's strategy
/// finds, else the default one. Returns why it has none.
async fn person(
    tx: &Tx,
    ground: &Ground,
    lookup: &mut Lookup,
    order: &mut order::Model,
) -> Result<Option<Cause>, Error> {
    let default = &ground.shop.default_customer_number;
    if is_mapped(order) {
        return Ok(None);
    }
    match ground.mappings.customers.of(&order.ship_to_country_region_code) {
        Some(country) if !country.default_customer_number.is_blank() => {
            order.sell_to_customer_number = country.default_customer_number.clone();
            order.bill_to_customer_number = country.default_customer_number.clone();
            return Ok(None);
        }
        None if ground.shop.customer_import_from_shopify == CustomerImport::None => fill(order, default),
        _ => {}
    }
    let mut cause = None;
    if order.bill_to_customer_number.is_blank() {
        if order.sell_to_customer_number.is_blank() {
            match find(tx, ground, lookup, order, Party::SellTo).await? {
                Ok(number) => order.sell_to_customer_number = number,
                Err(why) => cause = Some(why),
            }
        }
        match find(tx, ground, lookup, order, Party::BillTo).await? {
            Ok(number) => order.bill_to_customer_number = number,
            Err(_) if !default.is_blank() => order.bill_to_customer_number = default.clone(),
            Err(why) => cause = Some(why),
        }
        fill_the_other(order);
    }
    Ok(cause.filter(|_| !is_mapped(order)))
}

fn is_mapped(order: &order::Model) -> bool {
    !order.sell_to_customer_number.is_blank() && !order.bill_to_customer_number.is_blank()
}

/// Whoever buys pays, and whoever pays buys, where only one of them is known.
fn fill_the_other(order: &mut order::Model) {
    let (sell_to, bill_to) = (order.sell_to_customer_number.clone(), order.bill_to_customer_number.clone());
    fill(order, if sell_to.is_blank() { &bill_to } else { &sell_to });
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

/// The shop card's strategy. Whom the order does not name can only be known by e-mail or phone.
fn strategy(ground: &Ground, person: &Person<'_>) -> CustomerMapping {
    if person.is_nameless() { CustomerMapping::ByEmailPhone } else { ground.shop.customer_mapping_type }
}

/// The customer of a party by that strategy.
async fn find(
    tx: &Tx,
    ground: &Ground,
    lookup: &mut Lookup,
    order: &order::Model,
    party: Party,
) -> Result<Result<Code<20>, Cause>, Error> {
    let person = Person::of(order, party);
    match strategy(ground, &person) {
        CustomerMapping::DefaultCustomer => {
            Ok(ground.shop.default_customer_number.non_blank().cloned().ok_or(Cause::NoDefaultCustomer))
        }
        CustomerMapping::ByEmailPhone => match by_email_or_phone(lookup, order) {
            Some(number) => {
                lookup.link_customer(order.customer_id, &number);
                Ok(Ok(number))
            }
            None => {
                let (country, new) = of_buyer(ground, order, lookup.whole(order.customer_id));
                let wanted = Wanted { country, template: order.customer_template_code.clone(), new };
                create_or_tell(tx, ground, lookup, order, wanted).await
            }
        },
        CustomerMapping::ByBillToInfo => by_bill_to_info(tx, ground, lookup, order, &person).await,
    }
}

/// By name and address: the address that is linked, else the customer that has both, else a new one. Where the buyer is
/// linked to a customer, and none of its addresses is meant, it is that one. An address decides for this order and for those
/// that tell the same one; only a buyer who is no customer yet becomes the one that is made.
async fn by_bill_to_info(
    tx: &Tx,
    ground: &Ground,
    lookup: &mut Lookup,
    order: &order::Model,
    person: &Person<'_>,
) -> Result<Result<Code<20>, Cause>, Error> {
    let whole = lookup.whole(order.customer_id);
    let address = whole.and_then(|whole| address_of(ground, whole, person));
    let (address_id, of_address) =
        address.map(|address| (address.shopify_address_id, address.customer_number.clone())).unwrap_or_default();
    if lookup.has_customer(&of_address) {
        return Ok(Ok(of_address));
    }
    if let Some(number) = lookup.customer_of_address(ground, person).cloned() {
        lookup.link_address(order.customer_id, address_id, &number);
        return Ok(Ok(number));
    }
    let linked = linked(lookup, order);
    match linked {
        Some(number) if address_id == 0 || !creates(ground) => Ok(Ok(number)),
        linked => {
            let new = person.new_customer(ground, order, lookup.whole(order.customer_id));
            let wanted =
                Wanted { country: person.country.clone(), template: order.customer_template_code.clone(), new };
            let made = make_or_tell(tx, ground, lookup, order, wanted).await?;
            if let Ok(number) = &made {
                lookup.link_address(order.customer_id, address_id, number);
                if linked.is_none() {
                    lookup.link_customer(order.customer_id, number);
                }
            }
            Ok(made)
        }
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

/// Makes the buyer a customer, which it is from now on; or tells why there is none.
async fn create_or_tell(
    tx: &Tx,
    ground: &Ground,
    lookup: &mut Lookup,
    order: &order::Model,
    wanted: Wanted,
) -> Result<Result<Code<20>, Cause>, Error> {
    let made = make_or_tell(tx, ground, lookup, order, wanted).await?;
    if let Ok(number) = &made {
        lookup.link_customer(order.customer_id, number);
    }
    Ok(made)
}

async fn make_or_tell(
    tx: &Tx,
    ground: &Ground,
    lookup: &mut Lookup,
    order: &order::Model,
    wanted: Wanted,
) -> Result<Result<Code<20>, Cause>, Error> {
    let link = lookup.customer(order.customer_id);
    if !creates(ground) || link.is_none() {
        return Ok(Err(Cause::UnknownCustomer { buyer: buyer::phrase(order, link), creates: creates(ground) }));
    }
    match create_customer::create(tx, ground, wanted).await? {
        Ok(customer) => {
            lookup.know(&customer);
            Ok(Ok(customer.number))
        }
        Err(cause) => {
            if !ground.shop.default_customer_number.is_blank() {
                tracing::warn!(order = order.shopify_order_number, %cause, "the default customer stands in");
            }
            Ok(Err(cause))
        }
    }
}

fn creates(ground: &Ground) -> bool {
    let shop = &ground.shop;
    shop.auto_create_unknown_customers && shop.customer_import_from_shopify != CustomerImport::None
}

/// Whether [`map`] would make a customer of the buyer of the order, by its e-mail address or phone.
pub(super) fn is_to_be_made(ground: &Ground, lookup: &Lookup, order: &order::Model) -> bool {
    let country = ground.mappings.customers.of(&order.ship_to_country_region_code);
    creates(ground)
        && !order.b2b
        && order.bill_to_customer_number.is_blank()
        && country.is_none_or(|country| country.default_customer_number.is_blank())
        && strategy(ground, &Person::of(order, Party::BillTo)) == CustomerMapping::ByEmailPhone
        && lookup.customer(order.customer_id).is_some()
        && by_email_or_phone(lookup, order).is_none()
}
