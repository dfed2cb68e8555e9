package org.entente.access.countersigned;

/**
 * Where acts of one kind are kept, and how they are announced.
 *
 * @param type of the acts
 * @param path under which they are found
 * @param proposed name of the event
 * @param confirmed name of the event
 * @param withdrawn name of the event
 */
public record Register<T extends Countersigned>(
        Class<T> type, String path, String proposed, String confirmed, String withdrawn) {}
