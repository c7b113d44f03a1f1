/* A disk that forgets: loaded with LD_PRELOAD, keeps in POWER_CUT_SAFE what a power cut would leave of the files
 * below POWER_CUT_DISK. The contents of a file go there when it is synced, its name when it is made, renamed or
 * removed, so that a file that was made or renamed into place without a sync is empty or old afterwards, as on a
 * journalled file system with delayed allocation. Used by tests/campaigns/disk.py. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int (*real_open)(const char *, int, ...);
static int (*real_open64)(const char *, int, ...);
static int (*real_openat)(int, const char *, int, ...);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_rename)(const char *, const char *);
static int (*real_unlink)(const char *);
static int (*real_rmdir)(const char *);
static int (*real_mkdir)(const char *, mode_t);
static int (*real_link)(const char *, const char *);

__attribute__((constructor)) static void begin(void) {
    real_open = dlsym(RTLD_NEXT, "open");
    real_open64 = dlsym(RTLD_NEXT, "open64");
    real_openat = dlsym(RTLD_NEXT, "openat");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_rename = dlsym(RTLD_NEXT, "rename");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_rmdir = dlsym(RTLD_NEXT, "rmdir");
    real_mkdir = dlsym(RTLD_NEXT, "mkdir");
    real_link = dlsym(RTLD_NEXT, "link");
}

/* The place in the safe tree of a path below the disk; 0 for any other path. */
static int safe_of(const char *path, char *out) {
    const char *disk = getenv("POWER_CUT_DISK"), *safe = getenv("POWER_CUT_SAFE");
    char whole[PATH_MAX * 2];
    if (!disk || !safe) return 0;
    if (path[0] != '/') {
        char here[PATH_MAX];
        if (!getcwd(here, sizeof here)) return 0;
        snprintf(whole, sizeof whole, "%s/%s", here, path);
        path = whole;
    }
    size_t length = strlen(disk);
    if (strncmp(path, disk, length) || path[length] != '/') return 0;
    snprintf(out, PATH_MAX, "%s%s", safe, path + length);
    return 1;
}

static void make_name(const char *path) {
    char safe[PATH_MAX];
    if (!safe_of(path, safe)) return;
    struct stat there;
    if (stat(safe, &there) == 0) return;
    int file = real_open(safe, O_CREAT | O_WRONLY | O_CLOEXEC, 0644);
    if (file >= 0) close(file);
}

/* The contents of an open file go into the safe tree in one step. */
static void keep(int handle) {
    char link[64], path[PATH_MAX], safe[PATH_MAX], part[PATH_MAX + 16];
    static char piece[1 << 16];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return;
    path[length] = 0;
    if (!safe_of(path, safe)) return;
    struct stat kind;
    if (stat(path, &kind) || !S_ISREG(kind.st_mode)) return;
    snprintf(part, sizeof part, "%s.%d.part", safe, getpid());
    int in = real_open(path, O_RDONLY | O_CLOEXEC), out = real_open(part, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
    ssize_t got;
    while (in >= 0 && out >= 0 && (got = read(in, piece, sizeof piece)) > 0)
        if (write(out, piece, got) != got) break;
    if (in >= 0) close(in);
    if (out >= 0) {
        close(out);
        real_rename(part, safe);
    }
}

#define MODE(flags) mode_t mode = 0; if ((flags) & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }

int open(const char *path, int flags, ...) {
    MODE(flags)
    int handle = real_open(path, flags, mode);
    if (handle >= 0 && (flags & O_CREAT)) make_name(path);
    return handle;
}

int open64(const char *path, int flags, ...) {
    MODE(flags)
    int handle = real_open64(path, flags, mode);
    if (handle >= 0 && (flags & O_CREAT)) make_name(path);
    return handle;
}

int openat(int folder, const char *path, int flags, ...) {
    MODE(flags)
    int handle = real_openat(folder, path, flags, mode);
    if (handle >= 0 && (flags & O_CREAT) && (folder == AT_FDCWD || path[0] == '/')) make_name(path);
    return handle;
}

int fsync(int handle) {
    int done = real_fsync(handle);
    if (!done) keep(handle);
    return done;
}

int fdatasync(int handle) {
    int done = real_fdatasync(handle);
    if (!done) keep(handle);
    return done;
}

int rename(const char *from, const char *to) {
    char a[PATH_MAX], b[PATH_MAX];
    int done = real_rename(from, to);
    if (!done && safe_of(from, a) && safe_of(to, b)) real_rename(a, b);
    return done;
}

int unlink(const char *path) {
    char safe[PATH_MAX];
    int done = real_unlink(path);
    if (!done && safe_of(path, safe)) real_unlink(safe);
    return done;
}

int rmdir(const char *path) {
    char safe[PATH_MAX];
    int done = real_rmdir(path);
    if (!done && safe_of(path, safe)) real_rmdir(safe);
    return done;
}

int mkdir(const char *path, mode_t mode) {
    char safe[PATH_MAX];
    int done = real_mkdir(path, mode);
    if (!done && safe_of(path, safe)) real_mkdir(safe, mode);
    return done;
}

int link(const char *from, const char *to) {
    char a[PATH_MAX], b[PATH_MAX];
    int done = real_link(from, to);
    if (!done && safe_of(from, a) && safe_of(to, b)) real_link(a, b);
    return done;
}
