use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};
use shopify_schema::gid::Gid;

use super::arguments::{int, string};
use super::connection::{Window, connection};
use super::cursor::Position;
use super::leaf;
use super::media::{MediaObject, shown};
use super::session::{Resolved, Session, not_served};
use super::small::Count;
use super::variant::VariantObject;
use crate::store::product::{OptionValue, Product, ProductOption, Seo};

/// `Product`.
pub(super) struct ProductObject<'s> {
    pub session: &'s Session,
    pub product: Arc<Product>,
}

impl ObjectValue for ProductObject<'_> {
    fn type_name(&self) -> &str {
        "Product"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let product = &*self.product;
        match info.field_name() {
            "id" => leaf::gid("Product", product.id),
            "legacyResourceId" => leaf::legacy(product.id),
            "createdAt" => leaf::time(product.created_at),
            "updatedAt" => leaf::time(product.updated_at),
            "publishedAt" => leaf::optional_time(product.published_at),
            "title" => leaf::text(&product.title),
            "handle" => leaf::text(&product.handle),
            "descriptionHtml" => leaf::text(&product.description_html),
            "productType" => leaf::text(&product.product_type),
            "vendor" => leaf::text(&product.vendor),
            "status" => leaf::text(&product.status),
            "tags" => leaf::texts(&product.tags),
            "isGiftCard" => leaf::flag(product.gift_card),
            "hasOnlyDefaultVariant" => leaf::flag(product.has_only_default_variant()),
            "totalInventory" => leaf::number(product.total_inventory()),
            "tracksInventory" => leaf::flag(product.variants.iter().any(|variant| variant.tracked)),
            "variantsCount" => Ok(ResolvedValue::object(Count(product.variants.len()))),
            "description" => {
                let most = int(info, "truncateAt").and_then(|most| usize::try_from(most).ok());
                leaf::text(&plain(&product.description_html, most))
            }
            "seo" => Ok(ResolvedValue::object(SeoObject(&product.seo))),
            "media" => shown(self.session, &product.media, info),
            "featuredMedia" => {
                let first = product.media.first().and_then(|id| MediaObject::find(self.session, *id));
                Ok(ResolvedValue::nullable_object(first))
            }
            "publishedOnPublication" => leaf::flag(self.is_published_on(info)),
            "onlineStoreUrl" => {
                let address = product.published_at.filter(|_| product.status == "ACTIVE").map(|_| self.address());
                leaf::optional(address.as_deref())
            }
            "onlineStorePreviewUrl" => leaf::text(&self.address()),
            "options" => {
                let first = int(info, "first").and_then(|first| usize::try_from(first).ok()).unwrap_or(3);
                let options = (1_i64..).zip(&product.options).take(first);
                Ok(ResolvedValue::list(
                    options.map(|(position, option)| ResolvedValue::object(OptionObject { product, option, position })),
                ))
            }
            "variants" => {
                let rows = (0_i64..).zip(&product.variants).enumerate();
                let rows = rows.map(|(place, (number, variant))| (Position::number(number, variant.id), place));
                let page = Window::read(info)?.page(rows);
                connection("ProductVariantConnection", "ProductVariantEdge", page, |place: &usize| {
                    let product = Arc::clone(&self.product);
                    VariantObject { session: self.session, product, place: *place }
                })
            }
            _ => not_served(self, info),
        }
    }
}

impl ProductObject<'_> {
    /// Whether the publication that is asked about has the product, from now on or before.
    fn is_published_on(&self, info: &ResolveInfo<'_>) -> bool {
        let publication = string(info, "publicationId").and_then(|id| id.parse::<Gid>().ok());
        let Some(publication) = publication.filter(|gid| gid.kind() == "Publication") else { return false };
        self.session.read(|state| {
            let since =
                state.publications.get(&publication.number()).and_then(|known| known.products.get(&self.product.id));
            since.is_some_and(|since| *since <= self.session.now)
        })
    }

    /// Where the online store shows the product.
    fn address(&self) -> String {
        format!("https://{}/products/{}", self.session.shop().domain, self.product.handle)
    }
}

/// The text of some HTML, and no more than so many characters of it.
fn plain(html: &str, most: Option<usize>) -> String {
    let mut inside = false;
    let mut text = String::new();
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.chars().take(most.unwrap_or(usize::MAX)).collect()
}

/// `SEO`.
struct SeoObject<'p>(&'p Seo);

impl ObjectValue for SeoObject<'_> {
    fn type_name(&self) -> &str {
        "SEO"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "title" => leaf::optional(self.0.title.as_deref()),
            "description" => leaf::optional(self.0.description.as_deref()),
            _ => not_served(self, info),
        }
    }
}

/// `ProductOption`.
struct OptionObject<'p> {
    product: &'p Product,
    option: &'p ProductOption,
    position: i64,
}

impl ObjectValue for OptionObject<'_> {
    fn type_name(&self) -> &str {
        "ProductOption"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("ProductOption", self.option.id),
            "name" => leaf::text(&self.option.name),
            "position" => leaf::number(self.position),
            "values" => leaf::texts(self.option.values.iter().map(|value| &value.name)),
            "optionValues" => Ok(ResolvedValue::list(self.option.values.iter().map(|value| {
                let used = self.product.variants.iter().any(|variant| {
                    variant.options.iter().any(|(name, chosen)| *name == self.option.name && *chosen == value.name)
                });
                ResolvedValue::object(ValueObject { value, used })
            }))),
            _ => not_served(self, info),
        }
    }
}

/// `ProductOptionValue`.
struct ValueObject<'p> {
    value: &'p OptionValue,
    used: bool,
}

impl ObjectValue for ValueObject<'_> {
    fn type_name(&self) -> &str {
        "ProductOptionValue"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("ProductOptionValue", self.value.id),
            "name" => leaf::text(&self.value.name),
            "hasVariants" => leaf::flag(self.used),
            _ => not_served(self, info),
        }
    }
}
