/** What every service does alike at its HTTP edge: who is calling, how errors are told, how strictly input is read. */
package org.entente.http;
