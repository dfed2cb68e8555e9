package org.entente.catalog.marking;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.entente.events.Event;
import org.entente.label.Clearance;
import org.entente.label.ExportControl;
import org.entente.label.Label;
import org.entente.label.MarkingPolicy;
import org.entente.label.Tlp;

/** Names the wire forms of our plain libraries for native images; those know nothing of Quarkus. */
@RegisterForReflection(
        targets = {
            Label.class,
            ExportControl.class,
            Tlp.class,
            Clearance.class,
            MarkingPolicy.class,
            MarkingPolicy.Level.class,
            MarkingPolicy.Group.class,
            MarkingPolicy.Member.class,
            Event.class
        })
final class LabelWireForms {
    private LabelWireForms() {}
}
