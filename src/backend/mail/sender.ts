/** Who mail comes from. */
export interface Sender {
  name: string;
  address: string;
}
