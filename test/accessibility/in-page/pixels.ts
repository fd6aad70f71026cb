/** The part of a color that the eye takes for light, as WCAG reckons it. */
function luminance([red, green, blue]: readonly number[]): number {
  const linear = (value: number): number =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red!) + 0.7152 * linear(green!) + 0.0722 * linear(blue!);
}

/** The contrast of two colors, from 1 to 21. */
export function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** A color as a style names it, in red, green and blue. */
export function rgb(color: string): number[] {
  const pen = new OffscreenCanvas(1, 1).getContext('2d')!;
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

async function decode(png: string): Promise<ImageData> {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  pen.drawImage(bitmap, 0, 0);
  return pen.getImageData(0, 0, bitmap.width, bitmap.height);
}

const pixel = ({ data }: ImageData, at: number): number[] => [...data.subarray(4 * at, 4 * at + 3)];

/** How many pixels differ between two pictures by at least this contrast. */
export async function changedArea(before: string, after: string, least: number): Promise<number> {
  const [one, other] = await Promise.all([decode(before), decode(after)]);
  let count = 0;
  for (let at = 0; at < one.width * one.height; at++)
    if (contrast(pixel(one, at), pixel(other, at)) >= least) count += 1;
  return count;
}

/** The best contrast between the ground at the left of a picture and what is drawn to the right of it, half way down. */
export async function edgeContrast(picture: string): Promise<number> {
  const image = await decode(picture);
  const row = Math.floor(image.height / 2) * image.width;
  const ground = pixel(image, row);
  return Math.max(...Array.from({ length: image.width }, (_, x) => contrast(ground, pixel(image, row + x))));
}
