/** Plans of expedited sharing: a ceiling that every party has consented to beforehand. */
package org.entente.crisis.plan;
