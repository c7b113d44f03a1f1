/* Test-only stand-in for Windows 10's bcryptprimitives.dll, which Wine 8.0 lacks and programs in Rust import. */
#include <windows.h>
BOOLEAN WINAPI SystemFunction036(PVOID buffer, ULONG length);  /* RtlGenRandom in advapi32 */
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    return SystemFunction036(buffer, (ULONG)length);
}
