use job_queue::{Context, JobError, Progress};
use values::Code;

use super::choice::Choice;
use super::how::How;
use super::post_one::{Ground, Turn, post_one};
use super::result;
use super::tally::Tally;
use crate::Error;
use crate::posting::Setup;

/// Posts what was chosen, one document after the other, and tells what became of each. Who runs it again posts what is
/// left, and tries again what could not be posted.
///
/// # Errors
/// What has nothing to do with single documents, as a lost lease.
pub(super) async fn run(cx: &Context, choice: &Choice, how: How) -> Result<Tally, JobError> {
    cx.write(|tx| async move { result::forget_old(&tx).await }).await?;
    let read = |r| async move { Ok::<_, Error>((Setup::read(&r).await?, choice.count(&r).await?)) };
    let (setup, total) = cx.db().read(read).await?;
    let ground = Ground { cx, setup: &setup, choice, how };
    let (mut tally, mut last) = (Tally::default(), Code::blank());
    loop {
        let after = &last;
        let page = cx.db().read(|r| async move { choice.next(&r, after).await }).await?;
        let Some(end) = page.last() else { return Ok(tally) };
        for document in &page {
            cx.check()?;
            match post_one(&ground, document).await? {
                Turn::Posted => tally.posted(),
                Turn::Gone => tally.gone(),
                Turn::KeptBack(result, cause) => tally.kept_back(document.in_words(), result, &cause),
            }
            let progress = Progress { done: tally.done(), total: total.max(tally.done()), text: document.in_words() };
            cx.progress(progress).await?;
        }
        last = end.number.clone();
    }
}
