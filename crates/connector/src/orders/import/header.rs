//! The header of an order.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use shopify::documents::orders::{
    Customer, MailingAddress, Money, MoneyBag, Order, PaymentTerms, PurchasingCompany, PurchasingEntity,
};
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use super::document::Ground;
use super::money::both;
use super::queue_row::{channel, country, is_channel_liable, is_high_risk, option};
use super::shortened;
use super::text::or_blank;
use super::tip::is_tip;
use super::{Invalid, amount, text};
use crate::customers::names::{Names, compose};
use crate::orders::options::{DifferenceReason, SetAside};
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
    let created_at = order.created_at;
    let buyer = buying_company(order);
    let company = buyer.map(|buyer| &buyer.company);
    let contact = company.and_then(|company| company.main_contact.as_ref());
    let contact_email = contact.and_then(|contact| contact.customer.default_email_address.as_ref());
    let contact_email = contact_email.map(|email| &email.email_address);
    let contact_phone = contact.and_then(|contact| contact.customer.default_phone_number.as_ref());
    let contact_phone = contact_phone.map(|phone| &phone.phone_number);
    let mut sell_to = block(ground, order, order.display_address.as_ref());
    if sell_to.names.name.is_empty()
        && let Some(company) = company
    {
        sell_to.names.name = company.name.clone();
    }
    let ship_to = block(ground, order, order.shipping_address.as_ref());
    let bill_to = block(ground, order, order.billing_address.as_ref());
    let none =
        MoneyBag { shop_money: Money { amount: Decimal::ZERO }, presentment_money: Money { amount: Decimal::ZERO } };
    let (total, presentment_total) = both("totalPriceSet", &order.total_price_set)?;
    let (subtotal, presentment_subtotal) =
        both("subtotalPriceSet", order.subtotal_price_set.as_ref().unwrap_or(&none))?;
    let (tip, presentment_tip) = both("totalTipReceivedSet", &order.total_tip_received_set)?;
    let (vat, presentment_vat) = both("totalTaxSet", order.total_tax_set.as_ref().unwrap_or(&none))?;
    let (discount, presentment_discount) = both("currentTotalDiscountsSet", &order.current_total_discounts_set)?;
    let (shipping, presentment_shipping) = both("totalShippingPriceSet", &order.total_shipping_price_set)?;
    let rounding = &order.total_cash_rounding_adjustment;
    let (paid, presentment_paid) = both("totalCashRoundingAdjustment", &rounding.payment_set)?;
    let (refunded, presentment_refunded) = both("totalCashRoundingAdjustment", &rounding.refund_set)?;
    let (current_total, presentment_current_total) = both("currentTotalPriceSet", &order.current_total_price_set)?;
    let (current_vat, presentment_current_vat) = both("currentTotalTaxSet", &order.current_total_tax_set)?;
    let duties = order.original_total_duties_set.as_ref().unwrap_or(&none);
    let current_duties = order.current_total_duties_set.as_ref().unwrap_or(duties);
    let (current_duties, presentment_current_duties) = both("currentTotalDutiesSet", current_duties)?;
    let (duties, presentment_duties) = both("originalTotalDutiesSet", duties)?;
    let fees = |pick: fn(&MoneyBag) -> Decimal| order.additional_fees.iter().map(|fee| pick(&fee.price)).sum();
    let additional_fees = amount("additionalFees", fees(|price| price.shop_money.amount))?;
    let presentment_fees = amount("additionalFees", fees(|price| price.presentment_money.amount))?;
    let (received, presentment_received) = both("totalReceivedSet", &order.total_received_set)?;
    let (paid_back, presentment_paid_back) = both("totalRefundedSet", &order.total_refunded_set)?;
    let (outstanding, presentment_outstanding) = both("totalOutstandingSet", &order.total_outstanding_set)?;
    let discounts = order.total_discounts_set.as_ref().unwrap_or(&none);
    let (all_discounts, presentment_all_discounts) = both("totalDiscountsSet", discounts)?;
    let terms = order.payment_terms.as_ref();
    let goods = order.line_items.nodes.iter().filter(|line| !line.is_gift_card && !is_tip(order, line));
    Ok(order::Model {
        id,
        store: ground.shop.domain.clone(),
        shopify_order_id: text::number(&order.id),
        shop_code: ground.shop.code.clone(),
        shopify_order_number: text::cut(&order.name, 50),
        use_shopify_order_number: ground.shop.use_shopify_order_number,
        created_at,
        updated_at: order.updated_at,
        document_date: created_at.with_timezone(&ground.zone).date_naive(),
        processed_at: Some(order.processed_at),
        cancelled_at: order.cancelled_at,
        cancel_reason: order.cancel_reason.as_ref().map(option).unwrap_or_default(),
        closed: order.closed,
        closed_at: order.closed_at,
        test: order.test,
        edited: order.edited,
        confirmed: order.confirmed,
        unpaid: order.unpaid,
        fully_paid: order.fully_paid,
        refundable: order.refundable,
        financial_status: order.display_financial_status.as_ref().map(option).unwrap_or_default(),
        fulfillment_status: option(&order.display_fulfillment_status),
        return_status: option(&order.return_status),
        email: text::cut(email(order), 80),
        phone_number: text::cut(phone(order), 50),
        customer_id: order.customer.as_ref().map_or(0, |customer| text::number(&customer.id)),
        channel_name: text::cut(channel(order), 100),
        app_name: text::cut(or_blank(order.app.as_ref().map(|app| &app.name)), 100),
        source_name: text::cut(or_blank(order.source_name.as_ref()), 100),
        source_identifier: text::cut(or_blank(order.source_identifier.as_ref()), 250),
        retail_location_id: order.retail_location.as_ref().map_or(0, |location| text::number(&location.id)),
        retail_location_name: text::cut(or_blank(order.retail_location.as_ref().map(|place| &place.name)), 250),
        staff_member_id: order.staff_member.as_ref().map_or(0, |member| text::number(&member.id)),
        gateway: String::new(),
        tags: text::tags(&order.tags),
        currency_code: Code::cut(&order.currency_code.0),
        presentment_currency_code: Code::cut(&order.presentment_currency_code.0),
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
        company_id: company.map_or(0, |company| text::number(&company.id)),
        company_name: company.map(|company| text::cut(&company.name, 500)).unwrap_or_default(),
        company_main_contact_id: contact.map_or(0, |contact| text::number(&contact.id)),
        company_main_contact_customer_id: contact.map_or(0, |contact| text::number(&contact.customer.id)),
        company_main_contact_email: text::cut(or_blank(contact_email), 80),
        company_main_contact_phone_number: text::cut(or_blank(contact_phone), 50),
        company_location_id: buyer.map_or(0, |buyer| text::number(&buyer.location.id)),
        company_location_name: buyer.map(|buyer| text::cut(&buyer.location.name, 250)).unwrap_or_default(),
        order_status_url: text::cut(&order.status_page_url.0, 2048),
        discount_code: text::cut(or_blank(order.discount_code.as_ref()), 20),
        discount_codes: text::cut(&order.discount_codes.join(", "), 250),
        total_weight: amount("totalWeight", order.total_weight.unwrap_or_default().0.into())?,
        vat_included: order.taxes_included,
        tax_exempt: order.tax_exempt,
        duties_included: order.duties_included,
        requires_shipping: order.requires_shipping,
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
        total_discounts_amount: all_discounts,
        presentment_total_discounts_amount: presentment_all_discounts,
        shipping_charges_amount: shipping,
        presentment_shipping_charges_amount: presentment_shipping,
        duties_amount: duties,
        presentment_duties_amount: presentment_duties,
        current_duties_amount: current_duties,
        presentment_current_duties_amount: presentment_current_duties,
        additional_fees_amount: additional_fees,
        presentment_additional_fees_amount: presentment_fees,
        current_total_amount: current_total,
        presentment_current_total_amount: presentment_current_total,
        current_vat_amount: current_vat,
        presentment_current_vat_amount: presentment_current_vat,
        total_received_amount: received,
        presentment_total_received_amount: presentment_received,
        total_refunded_amount: paid_back,
        presentment_total_refunded_amount: presentment_paid_back,
        total_outstanding_amount: outstanding,
        presentment_total_outstanding_amount: presentment_outstanding,
        not_sold_amount: Amount::ZERO,
        presentment_not_sold_amount: Amount::ZERO,
        not_sold_vat_amount: Amount::ZERO,
        presentment_not_sold_vat_amount: Amount::ZERO,
        not_sold_discount_amount: Amount::ZERO,
        presentment_not_sold_discount_amount: Amount::ZERO,
        current_total_items_quantity: order.current_subtotal_line_items_quantity,
        payment_rounding_amount: paid,
        presentment_payment_rounding_amount: presentment_paid,
        refund_rounding_amount: refunded,
        presentment_refund_rounding_amount: presentment_refunded,
        payment_terms_type: terms.map(|terms| option(&terms.payment_terms_type)).unwrap_or_default(),
        payment_terms_name: text::cut(or_blank(terms.map(|terms| &terms.payment_terms_name)), 50),
        due_date: terms.and_then(due_at).map(|due| due.with_timezone(&ground.zone).date_naive()),
        po_number: text::cut(or_blank(order.po_number.as_ref()), 512),
        work_description: text::cut(or_blank(order.note.as_ref()), shortened::NOTE),
        import_warning: shortened::warning(order),
        high_risk: is_high_risk(order),
        channel_liable_taxes: is_channel_liable(order),
        total_quantity_of_items: goods.map(|line| line.quantity).sum(),
        number_of_lines: 0,
        customer_template_code: Code::blank(),
        sell_to_customer_number: Code::blank(),
        bill_to_customer_number: Code::blank(),
        shipment_method_code: Code::blank(),
        shipping_agent_code: Code::blank(),
        shipping_agent_service_code: Code::blank(),
        payment_method_code: Code::blank(),
        salesperson_code: Code::blank(),
        tax_area_code: Code::blank(),
        tax_liable: false,
        sales_order_number: Code::blank(),
        sales_invoice_number: Code::blank(),
        has_error: false,
        error_message: String::new(),
        processed: false,
        has_order_state_error: false,
        processed_currency_handling: CurrencyHandling::ShopCurrency,
        difference_amount: Amount::ZERO,
        difference_reason: DifferenceReason::Blank,
        set_aside: SetAside::Blank,
        set_aside_reason: String::new(),
        send_document_number: false,
        refunds_due: false,
        refunds_read_at: None,
        has_credits: false,
        auto_create: ground.shop.auto_create_orders,
        content_hash: content_hash.to_owned(),
    })
}

/// When an order is to be paid, if that is one day.
fn due_at(terms: &PaymentTerms) -> Option<DateTime<Utc>> {
    match terms.payment_schedules.nodes.as_slice() {
        [only] => only.due_at,
        _ => None,
    }
}

/// The company that bought, if one did.
fn buying_company(order: &Order) -> Option<&PurchasingCompany> {
    match order.purchasing_entity.as_ref()? {
        PurchasingEntity::PurchasingCompany(buyer) => Some(buyer),
        PurchasingEntity::Person => None,
    }
}

fn block(ground: &Ground<'_>, order: &Order, address: Option<&MailingAddress>) -> Block {
    let part =
        |pick: fn(&MailingAddress) -> &Option<String>| or_blank(address.and_then(|address| pick(address).as_ref()));
    let customer = order.customer.as_ref();
    let of_customer = |pick: fn(&Customer) -> &Option<String>| or_blank(customer.and_then(|one| pick(one).as_ref()));
    let first = first_of([part(|address| &address.first_name), of_customer(|customer| &customer.first_name)]);
    let last = first_of([part(|address| &address.last_name), of_customer(|customer| &customer.last_name)]);
    let county = match ground.shop.county_source {
        CountySource::Code => part(|address| &address.province_code),
        CountySource::Name => part(|address| &address.province),
    };
    Block {
        first: text::cut(first, 50),
        last: text::cut(last, 50),
        names: compose(ground.shop, part(|address| &address.company), first, last),
        address: text::cut(part(|address| &address.address1), 100),
        address2: text::cut(part(|address| &address.address2), 100),
        post_code: text::cut(part(|address| &address.zip), 20),
        city: text::cut(part(|address| &address.city), 50),
        county: text::cut(county, 30),
        country: country(address),
    }
}

fn first_of<const N: usize>(texts: [&str; N]) -> &str {
    texts.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default()
}

fn email(order: &Order) -> &str {
    let of_customer = order.customer.as_ref().and_then(|customer| customer.default_email_address.as_ref());
    first_of([or_blank(order.email.as_ref()), or_blank(of_customer.map(|email| &email.email_address))])
}

fn phone(order: &Order) -> &str {
    let customer = order.customer.as_ref();
    let of_customer = customer.and_then(|customer| customer.default_phone_number.as_ref());
    let at_home = customer.and_then(|customer| customer.default_address.as_ref());
    let addresses =
        [order.display_address.as_ref(), at_home, order.shipping_address.as_ref(), order.billing_address.as_ref()];
    let [sell_to, at_home, ship_to, bill_to] =
        addresses.map(|address| or_blank(address.and_then(|address| address.phone.as_ref())));
    let of_customer = or_blank(of_customer.map(|phone| &phone.phone_number));
    first_of([or_blank(order.phone.as_ref()), sell_to, of_customer, at_home, ship_to, bill_to])
}
