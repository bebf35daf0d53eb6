use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::leaf;
use super::session::{Resolved, Session, not_served};

/// `Job`: something that is done a little later.
pub(super) struct JobObject {
    id: u64,
    done: bool,
}

/// The job with this number.
pub(super) fn job(session: &Session, id: u64) -> Option<JobObject> {
    let done_at = session.read(|state| state.jobs.get(&id).copied())?;
    Some(JobObject { id, done: done_at <= session.now })
}

impl ObjectValue for JobObject {
    fn type_name(&self) -> &str {
        "Job"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "id" => leaf::gid("Job", self.id),
            "done" => leaf::flag(self.done),
            _ => not_served(self, info),
        }
    }
}
