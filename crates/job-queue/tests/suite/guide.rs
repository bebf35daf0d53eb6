use job_queue::entry::Status;

#[test]
fn the_guide_shows_every_state() {
    let guide = include_str!("../../../../docs/job-queue.md");
    let diagram = guide.split("```").nth(1).unwrap();
    for status in Status::ALL {
        assert!(diagram.contains(status.caption()), "docs/job-queue.md does not show the state {status}");
    }
}
