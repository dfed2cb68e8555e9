package org.entente.suite.process;

import java.io.IOException;
import org.entente.suite.layout.Part;

/** A part of the suite that can be started, again and again. */
public interface Component {

    Part part();

    /**
     * Starts the process and returns when it is ready to serve.
     *
     * @throws IOException if it does not get ready; the message is one line that says where to look
     */
    ProcessHandle start() throws IOException;
}
