package org.entente.catalog.contribution;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The object types of STIX 2.1 and their properties (sections 3.2 and 4 to 7), as data. An exclamation mark is before what is
 * required; after the colon stands the kind: {@code s} text, {@code t} timestamp, {@code i} integer, {@code n} number, {@code b}
 * boolean, {@code o} dictionary, {@code h} hashes, {@code x} hexadecimal, {@code y} base64, {@code p} list of anything, {@code l}
 * list of texts, {@code e} external references, {@code k} kill chain phases, {@code r} reference and {@code R} list of
 * references, each with the types that it may refer to.
 */
final class StixTypes {
    private static final String COMMON = "!type:s !id:s spec_version:s created_by_ref:r(identity) created:t modified:t"
            + " revoked:b labels:l confidence:i lang:s external_references:e object_marking_refs:R(marking-definition)"
            + " granular_markings:p extensions:o defanged:b";

    private static final String DOMAIN = """
            attack-pattern !name:s description:s aliases:l kill_chain_phases:k
            campaign !name:s description:s aliases:l first_seen:t last_seen:t objective:s
            course-of-action !name:s description:s
            grouping name:s description:s !context:s !object_refs:R
            identity !name:s description:s roles:l identity_class:s sectors:l contact_information:s
            incident !name:s description:s
            indicator name:s description:s indicator_types:l !pattern:s !pattern_type:s pattern_version:s !valid_from:t valid_until:t kill_chain_phases:k
            infrastructure !name:s description:s infrastructure_types:l aliases:l kill_chain_phases:k first_seen:t last_seen:t
            intrusion-set !name:s description:s aliases:l first_seen:t last_seen:t goals:l resource_level:s primary_motivation:s secondary_motivations:l
            location name:s description:s latitude:n longitude:n precision:n region:s country:s administrative_area:s city:s street_address:s postal_code:s
            malware name:s description:s malware_types:l !is_family:b aliases:l kill_chain_phases:k first_seen:t last_seen:t operating_system_refs:R(software) architecture_execution_envs:l implementation_languages:l capabilities:l sample_refs:R(artifact,file)
            malware-analysis !product:s version:s host_vm_ref:r(software) operating_system_ref:r(software) installed_software_refs:R(software) configuration_version:s modules:l analysis_engine_version:s analysis_definition_version:s submitted:t analysis_started:t analysis_ended:t result_name:s result:s analysis_sco_refs:R sample_ref:r(artifact,file,network-traffic)
            note abstract:s !content:s authors:l !object_refs:R
            observed-data !first_observed:t !last_observed:t !number_observed:i objects:o object_refs:R
            opinion explanation:s authors:l !opinion:s !object_refs:R
            report !name:s description:s report_types:l !published:t !object_refs:R
            threat-actor !name:s description:s threat_actor_types:l aliases:l first_seen:t last_seen:t roles:l goals:l sophistication:s resource_level:s primary_motivation:s secondary_motivations:l personal_motivations:l
            tool !name:s description:s tool_types:l aliases:l kill_chain_phases:k tool_version:s
            vulnerability !name:s description:s
            relationship !relationship_type:s description:s !source_ref:r !target_ref:r start_time:t stop_time:t
            sighting description:s first_seen:t last_seen:t count:i !sighting_of_ref:r observed_data_refs:R(observed-data) where_sighted_refs:R(identity,location) summary:b
            """;

    private static final String META = """
            marking-definition name:s definition_type:s definition:o
            language-content !object_ref:r object_modified:t !contents:o
            extension-definition !name:s description:s !schema:s !version:s !extension_types:l extension_properties:l
            """;

    private static final String OBSERVABLE = """
            artifact mime_type:s payload_bin:y url:s hashes:h encryption_algorithm:s decryption_key:s
            autonomous-system !number:i name:s rir:s
            directory !path:s path_enc:s ctime:t mtime:t atime:t contains_refs:R(file,directory)
            domain-name !value:s resolves_to_refs:R(ipv4-addr,ipv6-addr,domain-name)
            email-addr !value:s display_name:s belongs_to_ref:r(user-account)
            email-message !is_multipart:b date:t content_type:s from_ref:r(email-addr) sender_ref:r(email-addr) to_refs:R(email-addr) cc_refs:R(email-addr) bcc_refs:R(email-addr) message_id:s subject:s received_lines:l additional_header_fields:o body:s body_multipart:p raw_email_ref:r(artifact)
            file hashes:h size:i name:s name_enc:s magic_number_hex:x mime_type:s ctime:t mtime:t atime:t parent_directory_ref:r(directory) contains_refs:R content_ref:r(artifact)
            ipv4-addr !value:s resolves_to_refs:R(mac-addr) belongs_to_refs:R(autonomous-system)
            ipv6-addr !value:s resolves_to_refs:R(mac-addr) belongs_to_refs:R(autonomous-system)
            mac-addr !value:s
            mutex !name:s
            network-traffic start:t end:t is_active:b src_ref:r(ipv4-addr,ipv6-addr,mac-addr,domain-name) dst_ref:r(ipv4-addr,ipv6-addr,mac-addr,domain-name) src_port:i dst_port:i !protocols:l src_byte_count:i dst_byte_count:i src_packets:i dst_packets:i ipfix:o src_payload_ref:r(artifact) dst_payload_ref:r(artifact) encapsulates_refs:R(network-traffic) encapsulated_by_ref:r(network-traffic)
            process is_hidden:b pid:i created_time:t cwd:s command_line:s environment_variables:o opened_connection_refs:R(network-traffic) creator_user_ref:r(user-account) image_ref:r(file) parent_ref:r(process) child_refs:R(process)
            software !name:s cpe:s swid:s languages:l vendor:s version:s
            url !value:s
            user-account user_id:s credential:s account_login:s account_type:s display_name:s is_service_account:b is_privileged:b can_escalate_privs:b is_disabled:b account_created:t account_expires:t credential_last_changed:t account_first_login:t account_last_login:t
            windows-registry-key key:s values:p modified_time:t creator_user_ref:r(user-account) number_of_subkeys:i
            x509-certificate is_self_signed:b hashes:h version:s serial_number:s signature_algorithm:s issuer:s validity_not_before:t validity_not_after:t subject:s subject_public_key_algorithm:s subject_public_key_modulus:s subject_public_key_exponent:i x509_v3_extensions:o
            """;

    private static final Map<String, Map<String, Property>> TYPES = new HashMap<>();
    private static final Map<String, Property> SHARED = properties(COMMON.split(" "), 0);
    private static final Set<String> OBSERVABLES;

    static {
        TYPES.putAll(types(DOMAIN));
        TYPES.putAll(types(META));
        Map<String, Map<String, Property>> observables = types(OBSERVABLE);
        OBSERVABLES = Set.copyOf(observables.keySet());
        TYPES.putAll(observables);
    }

    private StixTypes() {}

    /**
     * A property.
     *
     * @param kind its letter
     * @param of what it may refer to; empty for anything
     */
    record Property(boolean isRequired, char kind, Set<String> of) {
        private static Property parse(String text, boolean isRequired) {
            int open = text.indexOf('(');
            Set<String> types = open < 0
                    ? Set.of()
                    : Set.of(text.substring(open + 1, text.length() - 1).split(","));
            return new Property(isRequired, text.charAt(0), types);
        }
    }

    static boolean isKnown(String type) {
        return TYPES.containsKey(type);
    }

    /** Observables have no versions, and need not say what specification they follow (STIX 2.1, section 6). */
    static boolean isObservable(String type) {
        return OBSERVABLES.contains(type);
    }

    /** The property of a type; absent for one that the standard does not know. */
    static @Nullable Property property(String type, String name) {
        Property own = TYPES.getOrDefault(type, Map.of()).get(name);
        return own == null ? SHARED.get(name) : own;
    }

    /** What an object of a type cannot be without. */
    static Iterable<String> required(String type) {
        return TYPES.getOrDefault(type, Map.of()).entrySet().stream()
                .filter(property -> property.getValue().isRequired())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Map<String, Property>> types(String table) {
        Map<String, Map<String, Property>> types = new HashMap<>();
        table.lines().forEach(line -> {
            String[] words = line.split(" ");
            types.put(words[0], properties(words, 1));
        });
        return types;
    }

    private static Map<String, Property> properties(String[] words, int from) {
        Map<String, Property> properties = new LinkedHashMap<>();
        for (int index = from; index < words.length; index++) {
            boolean isRequired = words[index].startsWith("!");
            String[] parts = words[index].substring(isRequired ? 1 : 0).split(":", 2);
            properties.put(parts[0], Property.parse(parts[1], isRequired));
        }
        return properties;
    }
}
