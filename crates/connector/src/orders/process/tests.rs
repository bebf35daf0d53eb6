//! Orders as the back office is asked for them, in the two moneys.

use back_office::sales::{LineKind, NewDocument};
use runtime::Random;
use rust_decimal::Decimal;
use shopify::documents::orders::Order;
use values::Code;
use values::money::Amount;

use super::new_order::new_order;
use crate::orders::import;
use crate::orders::mapping::Ground;
use crate::orders::staged::Sale;
use crate::shops;
use crate::shops::options::CurrencyHandling;

fn ground() -> Ground {
    let mut shop = shops::Model::new(uuid::Uuid::nil(), Code::cut("DEMO"), "demo.myshopify.com".into(), String::new());
    shop.shipping_charges_account = Code::cut("6100");
    shop.tip_account = Code::cut("6200");
    shop.cash_roundings_account = Code::cut("6300");
    Ground {
        shop,
        company_currency: Code::cut("DKK"),
        zone: chrono_tz::UTC,
        user: "KARI".into(),
        run: uuid::Uuid::nil(),
        now: "2026-03-03T09:00:00Z".parse().unwrap(),
        random: Random::seeded(1),
        mappings: Default::default(),
    }
}

fn sale(ground: &Ground) -> Sale {
    let order: Order = serde_json::from_str(include_str!("../import/order.json")).unwrap();
    import::document(&ground.import(), &order, "digest", None).unwrap().document.sale
}

/// What the lines come to, before the back office works out the tax.
fn total(order: &NewDocument) -> Decimal {
    let net = |line: &back_office::sales::NewLine| {
        line.quantity.decimal() * line.unit_price.unwrap().decimal() - line.line_discount_amount.decimal()
    };
    order.lines.iter().map(net).sum::<Decimal>() - order.invoice_discount.decimal()
}

#[test]
fn the_document_is_in_the_money_that_the_shop_card_wants() {
    let mut ground = ground();
    let mut sale = sale(&ground);
    sale.lines.retain(|line| !line.tip);
    let shop_money = new_order(&ground, &sale).unwrap();
    assert_eq!((shop_money.currency_code.as_str(), total(&shop_money)), ("", Decimal::new(70775, 2)));
    ground.shop.currency_handling = CurrencyHandling::PresentmentCurrency;
    let presentment = new_order(&ground, &sale).unwrap();
    assert_eq!((presentment.currency_code.as_str(), total(&presentment)), ("EUR", Decimal::new(9500, 2)));
}

#[test]
fn number_goods_shipping_and_rounding_are_the_lines_in_this_order() {
    let mut ground = ground();
    ground.shop.shopify_order_number_on_doc_line = true;
    let mut sale = sale(&ground);
    sale.order.payment_rounding_amount = "-0.02".parse().unwrap();
    let order = new_order(&ground, &sale).unwrap();
    let described: Vec<_> = order
        .lines
        .iter()
        .map(|line| {
            let kind = match line.kind {
                LineKind::Comment => "comment",
                LineKind::Item => "item",
                LineKind::Account => "account",
            };
            (kind, line.number.to_string(), line.description.clone().unwrap_or_default())
        })
        .collect();
    let expected = [
        ("comment", "", "Shopify Order No.: #1001"),
        ("item", "", ""),
        ("account", "6200", ""),
        ("account", "6100", "Standard"),
        ("account", "6300", "Cash rounding"),
    ];
    let expected: Vec<_> = expected.map(|(kind, number, text)| (kind, number.to_owned(), text.to_owned())).into();
    assert_eq!(described, expected);
    assert_eq!(
        order.lines.last().and_then(|line| line.unit_price).map(|price| price.to_string()).as_deref(),
        Some("-0.02")
    );
}

#[test]
fn shipping_that_was_free_from_the_start_has_no_line() {
    let ground = ground();
    let mut sale = sale(&ground);
    sale.shipping_charges[0].amount = Amount::ZERO;
    assert_eq!(new_order(&ground, &sale).unwrap().lines.len(), 2);
}

#[test]
fn a_discount_that_belongs_to_no_line_becomes_the_invoice_discount() {
    let mut ground = ground();
    let mut sale = sale(&ground);
    sale.order.discount_amount = "100".parse().unwrap();
    sale.order.presentment_discount_amount = "13".parse().unwrap();
    assert_eq!(new_order(&ground, &sale).unwrap().invoice_discount, "25.5".parse().unwrap());
    ground.shop.currency_handling = CurrencyHandling::PresentmentCurrency;
    assert_eq!(new_order(&ground, &sale).unwrap().invoice_discount, "3".parse().unwrap());
    sale.order.presentment_discount_amount = "1".parse().unwrap();
    assert!(new_order(&ground, &sale).unwrap().invoice_discount.is_zero(), "a negative rest is nothing");
}

#[test]
fn the_orders_number_may_be_the_documents_unless_it_begins_with_an_at_sign() {
    let ground = ground();
    let mut sale = sale(&ground);
    assert_eq!(new_order(&ground, &sale).unwrap().number, None);
    sale.order.use_shopify_order_number = true;
    assert_eq!(new_order(&ground, &sale).unwrap().number, Some(Code::cut("#1001")));
    sale.order.shopify_order_number = "@1001".into();
    assert!(new_order(&ground, &sale).is_err_and(|error| error.to_string().contains("@1001")));
}
