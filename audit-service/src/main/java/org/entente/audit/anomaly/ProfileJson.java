package org.entente.audit.anomaly;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Profiles as JSON: their fields as they are. What a newer version adds begins empty; what it no longer knows is passed over. */
@RegisterForReflection(
        targets = {
            Profile.class,
            Baseline.class,
            Sketch.class,
            Hour.class,
            Volume.class,
            Breadth.class,
            Hours.class,
            Whereabouts.class,
            Journey.class,
            Denials.class,
            Categories.class,
            Downloads.class,
            Grants.class
        })
final class ProfileJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ProfileJson() {}

    static String write(Profile profile) {
        try {
            return JSON.writeValueAsString(profile);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a profile can always be written", exception);
        }
    }

    static Profile read(String text) {
        try {
            return JSON.readValue(text, Profile.class);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("A stored profile cannot be read.", exception);
        }
    }
}
