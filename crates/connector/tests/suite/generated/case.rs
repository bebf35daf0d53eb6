use runtime::Random;
use rust_decimal::Decimal;
use serde_json::{Value, json};

/// Goods by their SKU, and the percentage of tax on them.
const GOODS: [(&str, i64); 5] = [("1000", 25), ("2000", 25), ("4000", 8), ("5000", 15), ("3000", 0)];
/// What the buyer's currency is worth, in hundredths of the shop's.
const EURO: i64 = 1_137;
/// The percentage of tax on shipping.
const SHIPPING_TAX: i64 = 25;

/// Where amounts come from.
pub struct Chance(Random);

impl Chance {
    pub fn of_seed(seed: u64) -> Self {
        Self(Random::seeded(seed))
    }

    /// From 0 to one below `end`.
    pub fn below(&self, end: i64) -> i64 {
        i64::try_from(self.0.below(u64::try_from(end.max(1)).unwrap())).unwrap()
    }

    /// Once in so many times.
    pub fn once_in(&self, times: i64) -> bool {
        self.below(times) == 0
    }
}

/// An order, and what becomes of it before it is imported.
#[derive(Debug)]
pub struct Case {
    /// What is placed: an order, or a draft that becomes one.
    pub placed: Placed,
    /// What only a channel of the store gives it.
    pub special: Option<Value>,
    /// Whether it is paid, with a gift card of so many hundredths first.
    pub paid: Option<i64>,
    pub edits: Vec<Edit>,
    /// How many pieces of the first line are paid back, and how many hundredths beside, for nothing that comes back.
    pub refund: Option<(i64, i64)>,
    /// Whether a piece comes back once all is sent, and how many of something cheap the buyer gets instead.
    pub exchange: Option<i64>,
}

#[derive(Debug)]
pub enum Placed {
    Order(Value),
    Draft(Value),
}

#[derive(Debug)]
pub enum Edit {
    /// So many of a line are left.
    Quantity { line: usize, left: i64 },
    /// Something of no product is added, which is not taxed.
    Added { cents: i64 },
    /// Each piece of a line is cheaper by so many percent.
    Cheaper { line: usize, percent: i64 },
}

/// Amounts in one money or in two.
struct Moneys {
    in_euros: bool,
}

impl Moneys {
    fn bag(&self, cents: i64) -> Value {
        let shop = json!({ "amount": text(cents), "currencyCode": "NOK" });
        if !self.in_euros {
            return json!({ "shopMoney": shop });
        }
        let euros = json!({ "amount": text(cents * 100 / EURO), "currencyCode": "EUR" });
        json!({ "shopMoney": shop, "presentmentMoney": euros })
    }
}

/// Hundredths as an amount.
pub fn text(cents: i64) -> String {
    Decimal::new(cents, 2).to_string()
}

impl Case {
    /// The order of a seed: the same whenever it is asked for.
    pub fn of_seed(seed: u64) -> Self {
        let chance = Chance::of_seed(seed);
        let is_draft = chance.once_in(4);
        let placed = if is_draft { Placed::Draft(draft(&chance)) } else { Placed::Order(order(&chance)) };
        let special =
            chance.once_in(3).then(|| special(&chance, matches!(&placed, Placed::Order(order) if is_in_euros(order))));
        let paid = (!chance.once_in(3)).then(|| if chance.once_in(3) { 1 + chance.below(5_000) } else { 0 });
        let edits = if chance.once_in(3) { (0..=chance.below(3)).map(|_| edit(&chance)).collect() } else { Vec::new() };
        let refund = (paid.is_some() && chance.once_in(4)).then(|| (chance.below(3), chance.below(2) * 100));
        let exchange = (paid.is_some() && refund.is_none() && chance.once_in(4)).then(|| chance.below(3));
        Self { placed, special, paid, edits, refund, exchange }
    }
}

fn is_in_euros(order: &Value) -> bool {
    order.get("presentmentCurrency").is_some()
}

fn order(chance: &Chance) -> Value {
    let moneys = Moneys { in_euros: chance.once_in(3) };
    let included = !chance.once_in(2);
    let lines: Vec<Value> = (0..=chance.below(5)).map(|_| line(chance, &moneys)).collect();
    let mut order = json!({
        "currency": "NOK",
        "taxesIncluded": included,
        "lineItems": lines,
        "customer": { "toUpsert": { "email": "kari@example.com", "firstName": "Kari", "lastName": "Nordmann" } },
    });
    if moneys.in_euros {
        order["presentmentCurrency"] = "EUR".into();
    }
    if let Some(code) = code(chance, &moneys) {
        order["discountCode"] = code;
    }
    let charges: Vec<Value> = (0..chance.below(3)).map(|_| charge(chance, &moneys)).collect();
    if !charges.is_empty() {
        order["shippingLines"] = charges.into();
    }
    order
}

fn line(chance: &Chance, moneys: &Moneys) -> Value {
    let (quantity, price) = (1 + chance.below(5), moneys.bag(chance.below(50_000)));
    match chance.below(10) {
        0 => json!({ "title": "Engraving", "quantity": quantity, "priceSet": price, "taxable": false }),
        1 => {
            json!({ "title": "Gift card", "quantity": quantity, "priceSet": price, "taxable": false, "giftCard": true })
        }
        2 => json!({ "title": "Tip", "quantity": 1, "priceSet": price, "taxable": false }),
        _ => {
            let (sku, percent) = GOODS[usize::try_from(chance.below(5)).unwrap()];
            json!({
                "title": format!("Product {sku}"),
                "sku": sku,
                "quantity": quantity,
                "priceSet": price,
                "taxLines": taxes(percent),
            })
        }
    }
}

/// A tax whose amount the store works out.
fn taxes(percent: i64) -> Value {
    if percent == 0 { json!([]) } else { json!([{ "title": "MVA", "rate": Decimal::new(percent, 2).to_string() }]) }
}

fn charge(chance: &Chance, moneys: &Moneys) -> Value {
    json!({ "title": "Home delivery", "priceSet": moneys.bag(chance.below(15_000)), "taxLines": taxes(SHIPPING_TAX) })
}

fn code(chance: &Chance, moneys: &Moneys) -> Option<Value> {
    Some(match chance.below(6) {
        0 => json!({ "itemFixedDiscountCode": { "code": "LESS", "amountSet": moneys.bag(1 + chance.below(20_000)) } }),
        1 => json!({ "itemPercentageDiscountCode": { "code": "SHARE", "percentage": 1 + chance.below(60) } }),
        2 => json!({ "freeShippingDiscountCode": { "code": "FREE" } }),
        _ => return None,
    })
}

/// A draft has discounts on its lines and on the whole; its prices include the tax of its country.
fn draft(chance: &Chance) -> Value {
    let line = |sku: &str, percent: i64| {
        let price = json!({ "amount": text(chance.below(50_000)), "currencyCode": "NOK" });
        let mut line = json!({
            "title": format!("Product {sku}"),
            "sku": sku,
            "quantity": 1 + chance.below(5),
            "originalUnitPriceWithCurrency": price,
            "taxable": percent > 0,
        });
        if chance.once_in(2) {
            line["appliedDiscount"] = discount(chance);
        }
        line
    };
    let goods = [GOODS[0], GOODS[1], GOODS[4]];
    let lines: Vec<Value> = (0..=chance.below(4))
        .map(|_| goods[usize::try_from(chance.below(3)).unwrap()])
        .map(|(sku, percent)| line(sku, percent))
        .collect();
    let mut draft = json!({ "email": "kari@example.com", "lineItems": lines });
    if chance.once_in(2) {
        draft["appliedDiscount"] = discount(chance);
    }
    if chance.once_in(2) {
        let price = json!({ "amount": text(chance.below(15_000)), "currencyCode": "NOK" });
        draft["shippingLine"] = json!({ "title": "Home delivery", "priceWithCurrency": price });
    }
    draft
}

fn discount(chance: &Chance) -> Value {
    let (kind, value) = match chance.below(2) {
        0 => ("PERCENTAGE", 1 + chance.below(60)),
        _ => ("FIXED_AMOUNT", 1 + chance.below(50)),
    };
    json!({ "title": "Agreed", "value": value, "valueType": kind })
}

fn special(chance: &Chance, in_euros: bool) -> Value {
    let moneys = Moneys { in_euros };
    let mut special = json!({});
    if chance.once_in(2) {
        special["tip"] = json!({ "title": "Driks", "amount": moneys.bag(1 + chance.below(2_000)) });
    }
    if chance.once_in(2) {
        special["duties"] = moneys.bag(chance.below(3_000));
    }
    if chance.once_in(2) {
        special["additionalFees"] = json!([{ "name": "Recycling", "price": moneys.bag(chance.below(900)) }]);
    }
    if chance.once_in(2) {
        special["cashRounding"] = json!({ "payments": moneys.bag(chance.below(100) - 50) });
    }
    special
}

fn edit(chance: &Chance) -> Edit {
    let line = usize::try_from(chance.below(3)).unwrap();
    match chance.below(3) {
        0 => Edit::Quantity { line, left: chance.below(3) },
        1 => Edit::Added { cents: chance.below(20_000) },
        _ => Edit::Cheaper { line, percent: 1 + chance.below(50) },
    }
}
