package org.entente.catalog.marking;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResourceBundle;
import org.entente.events.Event;
import org.entente.label.Clearance;
import org.entente.label.ExportControl;
import org.entente.label.Label;
import org.entente.label.MarkingPolicy;
import org.entente.label.Tlp;

/** Names for native images the wire forms of our plain libraries, which know nothing of Quarkus, and what faults of XML say. */
@RegisterResourceBundle(bundleName = "com.sun.org.apache.xerces.internal.impl.msg.XMLMessages", moduleName = "java.xml")
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
