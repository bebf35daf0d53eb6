use std::collections::{BTreeSet, HashMap};

use job_queue::JobError;
use shopify::documents::media::{self, AT_ONCE, Image};

use super::due::Owner;
use crate::Error;
use crate::products::images::entity::gid;
use crate::products::images::ground::Ground;

/// What products and variants show: nothing is told of those that are gone.
pub(super) type Shown = HashMap<String, Option<Image>>;

/// Looks what these show, as many in a call as it takes. A variant that is a whole item, and has no picture, shows that of
/// its product, which is looked at with it.
///
/// # Errors
/// A lost lease; why there is no answer.
pub(super) async fn look(ground: &Ground<'_>, owners: &[Owner]) -> Result<Shown, JobError> {
    let mut ids: BTreeSet<String> = owners.iter().map(Owner::gid).collect();
    ids.extend(owners.iter().filter(|owner| owner.code.is_blank()).map(|owner| gid("Product", owner.product)));
    let ids: Vec<String> = ids.into_iter().collect();
    let mut found = HashMap::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let shown = ground.cx.send(media::shown(ground.client, some)).await?.map_err(Error::from)?;
        found.extend(shown.into_iter().map(|one| (one.id.into_inner(), one.image)));
    }
    Ok(found)
}

/// The picture that an owner shows; the outer `None` is that it is gone.
pub(super) fn picture<'a>(shown: &'a Shown, owner: &Owner) -> Option<Option<&'a Image>> {
    let own = shown.get(&owner.gid())?.as_ref();
    let of_product = || shown.get(&gid("Product", owner.product)).and_then(Option::as_ref);
    Some(own.or_else(|| if owner.code.is_blank() { of_product() } else { None }))
}
