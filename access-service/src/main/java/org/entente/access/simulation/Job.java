package org.entente.access.simulation;

import java.util.UUID;
import org.entente.access.policy.CompiledPolicy;
import org.entente.access.policy.Draft;

/**
 * A simulation ready to run.
 *
 * @param policy in force when it was asked for
 */
record Job(UUID id, Source source, CompiledPolicy policy, Against against, Draft draft) {}
