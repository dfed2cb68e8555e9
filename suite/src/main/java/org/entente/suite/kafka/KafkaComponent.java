package org.entente.suite.kafka;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.entente.embedded.EmbeddedKafka;
import org.entente.suite.layout.Home;
import org.entente.suite.layout.Part;
import org.entente.suite.layout.Ports;
import org.entente.suite.process.Component;

/** The broker, with every topic in place. */
public record KafkaComponent(Home home, Ports ports) implements Component {

    private static final int PARTITIONS = 3;
    private static final List<String> JVM =
            List.of("-Xms96m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @Override
    public Part part() {
        return Part.KAFKA;
    }

    @Override
    public ProcessHandle start() throws IOException {
        EmbeddedKafka broker = EmbeddedKafka.start(new EmbeddedKafka.Settings(
                home.data(part()), home.log(part()), ports.of(part()), ports.kafkaController(), JVM));
        broker.createTopics(topics(), PARTITIONS);
        return broker.process();
    }

    /** Each service's events, and the events that a service could not take. */
    static List<String> topics() {
        List<String> topics = new ArrayList<>();
        for (Part service : Part.services()) {
            topics.add("entente." + service.domain());
            topics.add("entente." + service.domain() + ".parked");
        }
        return topics;
    }
}
