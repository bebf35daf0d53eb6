use database::Listener;

/// Waits until there is a notice on `topic`; for ever without a listener. `false`: the line is broken, and something may
/// have been missed.
pub(crate) async fn hear(listener: &mut Option<Listener>, topic: &str) -> bool {
    let Some(listener) = listener else { return std::future::pending().await };
    while let Some(notice) = listener.next().await {
        if notice.topic == topic {
            return true;
        }
    }
    false
}
