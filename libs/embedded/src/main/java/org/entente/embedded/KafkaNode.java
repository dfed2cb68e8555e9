package org.entente.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The child process of {@link EmbeddedKafka}: formats the storage when it is new, then is the broker. */
final class KafkaNode {

    private KafkaNode() {}

    /** Arguments: server properties, data folder, cluster id. */
    public static void main(String[] arguments) throws IOException {
        String properties = arguments[0];
        if (!Files.exists(Path.of(arguments[1], "meta.properties"))) {
            int code = StorageTool.execute(
                    new String[] {"format", "--config", properties, "--cluster-id", arguments[2]}, System.out);
            if (code != 0) {
                throw new IOException("Kafka could not format its storage");
            }
        }
        Kafka.main(new String[] {properties});
    }
}
