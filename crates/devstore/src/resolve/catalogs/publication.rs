use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::products::{products, products_count};
use super::super::session::{Resolved, Session, not_served};
use super::catalog::CatalogObject;
use crate::store::publication::Publication;

/// `Publication`.
pub(in crate::resolve) struct PublicationObject<'s> {
    pub session: &'s Session,
    pub publication: Arc<Publication>,
}

impl<'s> PublicationObject<'s> {
    /// The publication with this number.
    pub(in crate::resolve) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let publication = session.read(|state| state.publications.get(&id).map(Arc::clone))?;
        Some(Self { session, publication })
    }
}

impl ObjectValue for PublicationObject<'_> {
    fn type_name(&self) -> &str {
        "Publication"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (session, publication) = (self.session, &*self.publication);
        match info.field_name() {
            "id" => leaf::gid("Publication", publication.id),
            "name" => leaf::text(&publication.name),
            "autoPublish" => leaf::flag(publication.auto_publish),
            "catalog" => {
                let catalog = publication.catalog.and_then(|id| CatalogObject::find(session, id));
                Ok(ResolvedValue::nullable_object(catalog))
            }
            "products" | "includedProducts" => {
                products(session, info, |product| publication.products.contains_key(&product.id))
            }
            "includedProductsCount" => {
                products_count(session, info, |product| publication.products.contains_key(&product.id))
            }
            _ => not_served(self, info),
        }
    }
}
