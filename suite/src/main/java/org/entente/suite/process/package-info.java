/** Child processes: started with a clean environment, watched, restarted, and found again after a crash of the launcher. */
@NullMarked
package org.entente.suite.process;

import org.jspecify.annotations.NullMarked;
