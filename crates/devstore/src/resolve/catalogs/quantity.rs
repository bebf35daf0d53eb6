use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::arguments::string;
use super::super::connection::{Window, connection};
use super::super::cursor::Position;
use super::super::leaf;
use super::super::money::OwnMoney;
use super::super::session::{Resolved, Session, not_served};
use super::super::variant::VariantObject;
use crate::store::price_list::{PriceBreak, PriceList, QuantityRule};

/// The connection `quantityRules`: those that the list has, by variant.
pub(super) fn quantity_rules<'a>(session: &'a Session, list: &PriceList, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let fixed = string(info, "originType").is_none_or(|origin| origin == "FIXED");
    let rows = list.rules.iter().filter(|_| fixed).map(|(variant, rule)| (by_number(*variant), (*variant, *rule)));
    let page = Window::read(info)?.page(rows);
    connection("QuantityRuleConnection", "QuantityRuleEdge", page, move |(variant, rule): &(u64, QuantityRule)| {
        RuleObject { session, variant: *variant, rule: *rule }
    })
}

/// The connection `quantityPriceBreaks` of a variant, by quantity.
pub(super) fn price_breaks<'a>(
    session: &'a Session,
    list: &PriceList,
    variant: u64,
    info: &'a ResolveInfo<'a>,
) -> Resolved<'a> {
    let currency = list.currency.clone();
    let of = list.breaks.iter().filter(|known| known.variant == variant);
    let page = Window::read(info)?.page(of.map(|known| (Position::number(known.minimum, known.id), *known)));
    connection("QuantityPriceBreakConnection", "QuantityPriceBreakEdge", page, move |known: &PriceBreak| BreakObject {
        session,
        known: *known,
        currency: currency.clone(),
    })
}

fn by_number(id: u64) -> Position {
    Position::number(i64::try_from(id).unwrap_or(i64::MAX), id)
}

fn variant_object<'a>(session: &'a Session, id: u64) -> Resolved<'a> {
    let found = session.variant(id);
    Ok(ResolvedValue::nullable_object(found.map(|(product, place)| VariantObject { session, product, place })))
}

/// `QuantityRule`.
struct RuleObject<'s> {
    session: &'s Session,
    variant: u64,
    rule: QuantityRule,
}

impl ObjectValue for RuleObject<'_> {
    fn type_name(&self) -> &str {
        "QuantityRule"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "minimum" => leaf::number(self.rule.minimum),
            "maximum" => match self.rule.maximum {
                Some(maximum) => leaf::number(maximum),
                None => Ok(ResolvedValue::null()),
            },
            "increment" => leaf::number(self.rule.increment),
            "isDefault" => leaf::flag(self.rule == QuantityRule::ANY),
            "originType" => leaf::text("FIXED"),
            "productVariant" => variant_object(self.session, self.variant),
            _ => not_served(self, info),
        }
    }
}

/// `QuantityPriceBreak`.
struct BreakObject<'s> {
    session: &'s Session,
    known: PriceBreak,
    currency: String,
}

impl ObjectValue for BreakObject<'_> {
    fn type_name(&self) -> &str {
        "QuantityPriceBreak"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("QuantityPriceBreak", self.known.id),
            "minimumQuantity" => leaf::number(self.known.minimum),
            "price" => {
                let money = OwnMoney { amount: self.known.price, currency: self.currency.clone() };
                Ok(ResolvedValue::object(money))
            }
            "variant" => variant_object(self.session, self.known.variant),
            _ => not_served(self, info),
        }
    }
}
