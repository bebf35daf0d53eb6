//! The header of an order.

use uuid::Uuid;
use values::Code;

use super::document::Ground;
use super::name::{Names, compose};
use super::queue_row::{channel, instant, is_high_risk, option};
use super::said::{Address, Order};
use super::{Invalid, amount, text};
use crate::orders::staged::order;
use crate::shops::options::{CountySource, CurrencyHandling};

/// One address of an order, ready for the columns.
struct Block {
    first: String,
    last: String,
    names: Names,
    address: String,
    address2: String,
    post_code: String,
    city: String,
    county: String,
    country: Code<20>,
}

/// The header, as a first import makes it.
pub(super) fn header(
    ground: &Ground<'_>,
    id: Uuid,
    order: &Order,
    content_hash: &str,
) -> Result<order::Model, Invalid> {
    let created_at = order.created_at.ok_or(Invalid::Missing("createdAt"))?;
    let company = order.purchasing_entity.as_ref().and_then(|entity| entity.company.clone());
    let mut sell_to = block(ground, order, order.display_address.as_ref());
    if sell_to.names.name.is_empty()
        && let Some(company) = &company
    {
        sell_to.names.name = company.name.clone();
    }
    let ship_to = block(ground, order, order.shipping_address.as_ref());
    let bill_to = block(ground, order, order.billing_address.as_ref());
    let money = |field, set: &super::said::Money| {
        Ok::<_, Invalid>((amount(field, set.shop_money.amount)?, amount(field, set.presentment_money.amount)?))
    };
    let (total, presentment_total) = money("totalPriceSet", &order.total_price_set)?;
    let (subtotal, presentment_subtotal) = money("subtotalPriceSet", &order.subtotal_price_set)?;
    let (tip, presentment_tip) = money("totalTipReceivedSet", &order.total_tip_received_set)?;
    let (vat, presentment_vat) = money("totalTaxSet", &order.total_tax_set)?;
    let (discount, presentment_discount) = money("currentTotalDiscountsSet", &order.current_total_discounts_set)?;
    let (shipping, presentment_shipping) = money("totalShippingPriceSet", &order.total_shipping_price_set)?;
    let rounding = &order.total_cash_rounding_adjustment;
    let (paid, presentment_paid) = money("totalCashRoundingAdjustment", &rounding.payment_set)?;
    let (refunded, presentment_refunded) = money("totalCashRoundingAdjustment", &rounding.refund_set)?;
    let (current_total, _) = money("currentTotalPriceSet", &order.current_total_price_set)?;
    let goods = order.line_items.nodes.iter().filter(|line| !line.is_gift_card && line.name != "Tip");
    Ok(order::Model {
        id,
        store: ground.shop.domain.clone(),
        shopify_order_id: text::number(&order.id),
        shop_code: ground.shop.code.clone(),
        shopify_order_number: text::cut(&order.name, 50),
        use_shopify_order_number: ground.shop.use_shopify_order_number,
        created_at,
        updated_at: instant("updatedAt", &order.updated_at)?,
        document_date: created_at.with_timezone(&ground.zone).date_naive(),
        processed_at: order.processed_at,
        cancelled_at: order.cancelled_at,
        cancel_reason: option(&order.cancel_reason),
        closed: order.closed,
        closed_at: order.closed_at,
        test: order.test,
        edited: order.edited,
        confirmed: order.confirmed,
        unpaid: order.unpaid,
        fully_paid: order.fully_paid,
        refundable: order.refundable,
        financial_status: option(&order.display_financial_status),
        fulfillment_status: option(&order.display_fulfillment_status),
        return_status: option(&order.return_status),
        email: text::cut(&email(order), 80),
        phone_number: text::cut(&phone(order), 50),
        customer_id: order.customer.as_ref().map_or(0, |customer| text::number(&customer.id)),
        channel_name: text::cut(&channel(order), 100),
        app_name: text::cut(&order.app.name, 100),
        source_name: text::cut(&order.source_name, 100),
        tags: text::tags(&order.tags),
        currency_code: Code::cut(&order.currency_code),
        presentment_currency_code: Code::cut(&order.presentment_currency_code),
        sell_to_first_name: sell_to.first,
        sell_to_last_name: sell_to.last,
        sell_to_customer_name: text::cut(&sell_to.names.name, 100),
        sell_to_customer_name2: text::cut(&sell_to.names.name2, 50),
        sell_to_contact_name: text::cut(&sell_to.names.contact, 100),
        sell_to_address: sell_to.address,
        sell_to_address2: sell_to.address2,
        sell_to_post_code: sell_to.post_code,
        sell_to_city: sell_to.city,
        sell_to_county: sell_to.county,
        sell_to_country_region_code: sell_to.country,
        ship_to_name: text::cut(&ship_to.names.name, 100),
        ship_to_name2: text::cut(&ship_to.names.name2, 50),
        ship_to_contact_name: text::cut(&ship_to.names.contact, 100),
        ship_to_address: ship_to.address,
        ship_to_address2: ship_to.address2,
        ship_to_post_code: ship_to.post_code,
        ship_to_city: ship_to.city,
        ship_to_county: ship_to.county,
        ship_to_country_region_code: ship_to.country,
        bill_to_name: text::cut(&bill_to.names.name, 100),
        bill_to_name2: text::cut(&bill_to.names.name2, 50),
        bill_to_contact_name: text::cut(&bill_to.names.contact, 100),
        bill_to_address: bill_to.address,
        bill_to_address2: bill_to.address2,
        bill_to_post_code: bill_to.post_code,
        bill_to_city: bill_to.city,
        bill_to_county: bill_to.county,
        bill_to_country_region_code: bill_to.country,
        b2b: company.is_some(),
        company_id: company.as_ref().map_or(0, |company| text::number(&company.id)),
        company_name: company.map(|company| text::cut(&company.name, 500)).unwrap_or_default(),
        retail_location_id: text::number(&order.retail_location.id),
        retail_location_name: text::cut(&order.retail_location.name, 250),
        discount_code: text::cut(&order.discount_code, 20),
        discount_codes: text::cut(&order.discount_codes.join(", "), 250),
        total_weight: amount("totalWeight", order.total_weight)?,
        vat_included: order.taxes_included,
        tax_exempt: order.tax_exempt,
        total_amount: total,
        presentment_total_amount: presentment_total,
        subtotal_amount: subtotal,
        presentment_subtotal_amount: presentment_subtotal,
        total_tip_received: tip,
        presentment_total_tip_received: presentment_tip,
        vat_amount: vat,
        presentment_vat_amount: presentment_vat,
        discount_amount: discount,
        presentment_discount_amount: presentment_discount,
        shipping_charges_amount: shipping,
        presentment_shipping_charges_amount: presentment_shipping,
        current_total_amount: current_total,
        current_total_items_quantity: order.current_subtotal_line_items_quantity,
        payment_rounding_amount: paid,
        presentment_payment_rounding_amount: presentment_paid,
        refund_rounding_amount: refunded,
        presentment_refund_rounding_amount: presentment_refunded,
        po_number: text::cut(&order.po_number, 512),
        payment_terms_type: terms(order, |terms| &terms.payment_terms_type),
        payment_terms_name: terms(order, |terms| &terms.payment_terms_name),
        due_date: due_date(ground, order),
        work_description: text::cut(&order.note, usize::MAX),
        high_risk: is_high_risk(order),
        channel_liable_taxes: order.tax_lines.iter().any(|tax| tax.channel_liable),
        total_quantity_of_items: goods.map(|line| line.quantity).sum(),
        number_of_lines: 0,
        customer_template_code: Code::blank(),
        sell_to_customer_number: Code::blank(),
        bill_to_customer_number: Code::blank(),
        sales_order_number: Code::blank(),
        has_error: false,
        error_message: String::new(),
        processed: false,
        processed_currency_handling: CurrencyHandling::ShopCurrency,
        auto_create: ground.shop.auto_create_orders,
        content_hash: content_hash.to_owned(),
    })
}

fn block(ground: &Ground<'_>, order: &Order, address: Option<&Address>) -> Block {
    let blank = Address::default();
    let address = address.unwrap_or(&blank);
    let of_customer = |pick: fn(&super::said::Customer) -> &String| {
        order.customer.as_ref().map(|customer| pick(customer).as_str()).unwrap_or_default()
    };
    let first = first_of([&address.first_name, of_customer(|customer| &customer.first_name)]);
    let last = first_of([&address.last_name, of_customer(|customer| &customer.last_name)]);
    let names = compose(ground.shop, address, first, last);
    let county = match ground.shop.county_source {
        CountySource::Code => &address.province_code,
        CountySource::Name => &address.province,
    };
    Block {
        first: text::cut(first, 50),
        last: text::cut(last, 50),
        names,
        address: text::cut(&address.address1, 100),
        address2: text::cut(&address.address2, 100),
        post_code: text::cut(&address.zip, 20),
        city: text::cut(&address.city, 50),
        county: text::cut(county, 30),
        country: Code::cut(&address.country_code_v2),
    }
}

fn first_of<'a, const N: usize>(texts: [&'a str; N]) -> &'a str {
    texts.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default()
}

fn email(order: &Order) -> String {
    let of_customer = order.customer.as_ref().map(|customer| customer.default_email_address.email_address.as_str());
    first_of([&order.email, of_customer.unwrap_or_default()]).to_owned()
}

fn phone(order: &Order) -> String {
    let of = |address: &Option<Address>| address.as_ref().map(|address| address.phone.clone()).unwrap_or_default();
    let (customer, at_home) = match &order.customer {
        Some(customer) => (customer.default_phone_number.phone_number.clone(), of(&customer.default_address)),
        None => Default::default(),
    };
    let (sell_to, ship_to, bill_to) =
        (of(&order.display_address), of(&order.shipping_address), of(&order.billing_address));
    first_of([&order.phone, &sell_to, &customer, &at_home, &ship_to, &bill_to]).to_owned()
}

fn terms(order: &Order, pick: fn(&super::said::PaymentTerms) -> &String) -> String {
    order.payment_terms.as_ref().map(|terms| text::cut(pick(terms), 50)).unwrap_or_default()
}

fn due_date(ground: &Ground<'_>, order: &Order) -> Option<chrono::NaiveDate> {
    match order.payment_terms.as_ref()?.payment_schedules.nodes.as_slice() {
        [only] => only.due_at.map(|due| due.with_timezone(&ground.zone).date_naive()),
        _ => None,
    }
}
