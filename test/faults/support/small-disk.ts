import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEGABYTES = 48;

/** Why there can be no small disks here; `false` where there can. */
export function noSmallDisks(): string | false {
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    try {
      SmallDisk.mount().unmount();
      return false;
    } catch {
      // Told below.
    }
  }
  return 'a small disk can only be made by root, on Linux';
}

/** A disk of a few megabytes, in memory. */
export class SmallDisk {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static mount(): SmallDisk {
    const folder = mkdtempSync(join(tmpdir(), 'portal-disk-'));
    const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'portal', folder], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return new SmallDisk(folder);
  }

  /** Leaves so many bytes, and not one more. */
  fill(left: number): void {
    const { bavail, bsize } = statfsSync(this.folder);
    writeFileSync(join(this.folder, 'ballast'), Buffer.alloc(bavail * bsize - left));
  }

  free(): void {
    rmSync(join(this.folder, 'ballast'));
  }

  unmount(): void {
    spawnSync('umount', ['-l', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
