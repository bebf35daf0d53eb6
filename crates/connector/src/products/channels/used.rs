use super::Model;

/// The publications to which a product that is added goes: the channels that are used for publication, else the default one.
pub(crate) fn used(channels: &[Model]) -> Vec<String> {
    let chosen: Vec<&Model> = channels.iter().filter(|channel| channel.use_for_publication).collect();
    let used = if chosen.is_empty() { channels.iter().filter(|channel| channel.is_default).collect() } else { chosen };
    used.into_iter().map(|channel| channel.publication_id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use values::Code;

    use super::*;

    #[test]
    fn the_default_channel_stands_in_where_none_is_used() {
        let channel = |name: &str, use_for_publication, is_default| Model {
            id: Uuid::nil(),
            shop_code: Code::cut("DEMO"),
            publication_id: name.to_owned(),
            name: name.to_owned(),
            use_for_publication,
            is_default,
        };
        assert_eq!(used(&[channel("store", false, true), channel("pos", false, false)]), ["store"]);
        assert_eq!(used(&[channel("store", false, true), channel("pos", true, false)]), ["pos"]);
        assert!(used(&[channel("pos", false, false)]).is_empty());
    }
}
