use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::leaf;
use super::session::{Resolved, not_served};
use crate::store::{Shop, country};

/// `Shop`, at this time.
pub(super) struct ShopObject(pub Shop, pub DateTime<Utc>);

impl ShopObject {
    /// The time at the shop.
    fn local(&self) -> DateTime<Tz> {
        self.1.with_timezone(&self.0.time_zone)
    }
}

impl ObjectValue for ShopObject {
    fn type_name(&self) -> &str {
        "Shop"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let shop = &self.0;
        match info.field_name() {
            "id" => leaf::gid("Shop", shop.id),
            "name" => leaf::text(&shop.name),
            "email" | "contactEmail" => leaf::text(&shop.email),
            "myshopifyDomain" => leaf::text(&shop.domain),
            "url" => leaf::text(&format!("https://{}", shop.domain)),
            "createdAt" => leaf::time(shop.created_at),
            "currencyCode" => leaf::text(&shop.currency),
            "enabledPresentmentCurrencies" => leaf::texts([&shop.currency]),
            "ianaTimezone" => leaf::text(shop.time_zone.name()),
            "timezoneAbbreviation" => leaf::text(&self.local().format("%Z").to_string()),
            "timezoneOffset" => leaf::text(&self.local().format("%z").to_string()),
            "taxesIncluded" => leaf::flag(shop.taxes_included),
            "taxShipping" => leaf::flag(true),
            "unitSystem" => leaf::text("METRIC_SYSTEM"),
            "weightUnit" => leaf::text("KILOGRAMS"),
            "features" => Ok(ResolvedValue::object(Features)),
            "plan" => Ok(ResolvedValue::object(Plan(&shop.plan))),
            "primaryDomain" => Ok(ResolvedValue::object(Domain(shop))),
            "shipsToCountries" => leaf::texts(country::codes()),
            "shopAddress" => Ok(ResolvedValue::object(Address(shop))),
            "currencyFormats" => Ok(ResolvedValue::object(Formats)),
            _ => not_served(self, info),
        }
    }
}

/// `ShopFeatures`.
struct Features;

impl ObjectValue for Features {
    fn type_name(&self) -> &str {
        "ShopFeatures"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "unifiedMarkets" => leaf::flag(true),
            _ => not_served(self, info),
        }
    }
}

/// `ShopPlan`, by its name.
struct Plan<'s>(&'s str);

impl ObjectValue for Plan<'_> {
    fn type_name(&self) -> &str {
        "ShopPlan"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "publicDisplayName" => leaf::text(self.0),
            "partnerDevelopment" => leaf::flag(self.0 == "Development"),
            "shopifyPlus" => leaf::flag(self.0 == "Plus"),
            _ => not_served(self, info),
        }
    }
}

/// `Domain`.
struct Domain<'s>(&'s Shop);

impl ObjectValue for Domain<'_> {
    fn type_name(&self) -> &str {
        "Domain"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("Domain", self.0.id),
            "host" => leaf::text(&self.0.domain),
            "url" => leaf::text(&format!("https://{}", self.0.domain)),
            "sslEnabled" => leaf::flag(true),
            _ => not_served(self, info),
        }
    }
}

/// `ShopAddress`.
struct Address<'s>(&'s Shop);

impl ObjectValue for Address<'_> {
    fn type_name(&self) -> &str {
        "ShopAddress"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("ShopAddress", self.0.id),
            "company" => leaf::text(&self.0.name),
            "address1" => leaf::text("Bryggen 7"),
            "city" => leaf::text("Bergen"),
            "zip" => leaf::text("5003"),
            "country" => leaf::text("Norway"),
            "countryCodeV2" => leaf::text("NO"),
            _ => not_served(self, info),
        }
    }
}

/// `CurrencyFormats`.
struct Formats;

impl ObjectValue for Formats {
    fn type_name(&self) -> &str {
        "CurrencyFormats"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "moneyFormat" => leaf::text("{{amount_with_comma_separator}} kr"),
            "moneyWithCurrencyFormat" => leaf::text("{{amount_with_comma_separator}} NOK"),
            _ => not_served(self, info),
        }
    }
}
