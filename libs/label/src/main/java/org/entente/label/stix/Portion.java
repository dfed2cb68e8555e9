package org.entente.label.stix;

import com.fasterxml.jackson.databind.JsonNode;
import org.entente.label.Label;

/**
 * A part of a bundle with its own label: an object, without its separately marked properties, or such a property.
 *
 * @param content a STIX object, or the value of the property; {@code null} in it stands for what is kept apart
 */
public record Portion(PortionId id, Label label, JsonNode content) {}
