//! The products that are no items yet: since they were read, someone may have made the item, or given it the number or the
//! bar code. None of this costs a call.

use job_queue::{Context, JobError};

use crate::orders::mapping::Ground;
use crate::products::{map, staged};

/// How many products are taken up at a time.
const BATCH: u64 = 250;

/// Looks once more for the items of what has none. Returns how many variants have got one.
pub(super) async fn take_up(cx: &Context, ground: &Ground) -> Result<u64, JobError> {
    let (mut linked, mut last) = (0, 0);
    loop {
        let (shop, after) = (&ground.shop, last);
        let ids = &cx.db().read(|r| async move { staged::unmapped(&r, &shop.code, after, BATCH).await }).await?;
        let Some(end) = ids.last() else { return Ok(linked) };
        last = *end;
        linked += cx.write(|tx| async move { map::find(&tx, shop, ids).await }).await?;
    }
}
