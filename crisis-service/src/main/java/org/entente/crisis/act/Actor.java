package org.entente.crisis.act;

/**
 * Someone who may do what they are doing.
 *
 * @param subject the stable identifier of the person; two persons never share one
 * @param name as it stands in the log, {@code user@nation}
 * @param nation the party that this person speaks for
 * @param isHome whether that is the home side
 */
public record Actor(String subject, String name, String nation, boolean isHome) {}
