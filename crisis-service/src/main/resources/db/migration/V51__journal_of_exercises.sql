-- What has come of an exercise is kept in two parts: its journal, and what differs on the copy of policy.
update exercise set document = (
    document::jsonb - '{injected,reactions,answers,postures,openings}'::text[]
    || jsonb_build_object(
        'journal', jsonb_build_object(
            'injected', document::jsonb -> 'injected',
            'reactions', document::jsonb -> 'reactions',
            'answers', document::jsonb -> 'answers'),
        'copy', jsonb_build_object(
            'postures', document::jsonb -> 'postures',
            'openings', document::jsonb -> 'openings'))
)::text
where jsonb_exists(document::jsonb, 'injected');
